import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { PDFArray, PDFBool, PDFDict, PDFDocument, PDFHexString, PDFName, PDFString, type PDFObject, type PDFRawStream } from 'pdf-lib';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { srgbProfile } from '../../../plugins/pdf/icc-profile.ts';
import { readPdf, type ReadPdf } from '../../../plugins/pdf/read.ts';
import { ATTACHMENTS, finish, NAMESPACE, sampleFiles, set } from './sample.ts';

const key = (name: string): PDFName => PDFName.of(name);

let plain: Uint8Array;
let finished: Uint8Array;
let document: PDFDocument;
beforeAll(async () => {
  plain = await set();
  finished = finish(plain);
  document = await PDFDocument.load(finished, { updateMetadata: false });
}, 60_000);

const read = async (bytes: Uint8Array): Promise<ReadPdf> => {
  const reading = await readPdf(bytes, NAMESPACE);
  if ('broken' in reading) throw new Error(reading.broken);
  return reading.pdf;
};
const packet = (): string => {
  const stream = document.catalog.lookup(key('Metadata')) as PDFRawStream;
  expect(stream.dict.has(key('Filter'))).toBe(false);
  return Buffer.from(stream.contents).toString('utf8');
};

/** Every structure element, from the top. */
function elements(): PDFDict[] {
  const found: PDFDict[] = [];
  const visit = (object: PDFObject | undefined): void => {
    if (object instanceof PDFArray) for (let at = 0; at < object.size(); at++) visit(object.lookup(at));
    if (!(object instanceof PDFDict) || found.includes(object)) return;
    if (object.has(key('S'))) found.push(object);
    visit(object.lookup(key('K')));
  };
  visit(document.catalog.lookup(key('StructTreeRoot')));
  return found;
}
const role = (element: PDFDict): string => element.lookup(key('S'), PDFName).decodeText();
const attribute = (element: PDFDict, name: string): string | undefined => {
  const attributes = element.lookup(key('A'));
  const list = attributes instanceof PDFArray ? attributes.asArray().map((entry) => document.context.lookup(entry)) : [attributes];
  return list.flatMap((entry) => (entry instanceof PDFDict && entry.has(key(name)) ? [String(entry.lookup(key(name)))] : []))[0];
};

describe('a finished file', () => {
  it('says what it is, in metadata that its information repeats', () => {
    const xmp = packet();
    for (const part of ['<pdfaid:part>3</pdfaid:part>', '<pdfaid:conformance>A</pdfaid:conformance>', '<pdfuaid:part>1</pdfuaid:part>', '<rdf:li xml:lang="x-default">Relevé du 1er mars &amp; &lt;plus&gt;</rdf:li>', '<rdf:li>fr</rdf:li>', '<xmp:CreateDate>2026-03-01T09:00:00Z</xmp:CreateDate>', '<xmp:ModifyDate>2026-03-01T09:00:00Z</xmp:ModifyDate>', '<xmp:CreatorTool>Typst 0.14.2</xmp:CreatorTool>', '<pdf:Producer>Typst 0.14.2</pdf:Producer>']) expect(xmp).toContain(part);
    const information = document.context.lookup(document.context.trailerInfo.Info, PDFDict);
    const text = (name: string): string => information.lookup(key(name), PDFHexString).decodeText();
    expect([text('Title'), text('Creator'), text('Producer')]).toEqual(['Relevé du 1er mars & <plus>', 'Typst 0.14.2', 'Typst 0.14.2']);
    expect(['CreationDate', 'ModDate'].map((name) => information.lookup(key(name), PDFString).asString())).toEqual(['D:20260301090000Z', 'D:20260301090000Z']);
  });

  it('declares the properties that no standard knows', () => {
    const xmp = packet();
    expect(xmp).toContain(`<pdfaSchema:namespaceURI>${NAMESPACE}</pdfaSchema:namespaceURI>`);
    for (const name of ['commit', 'words']) expect(xmp).toContain(`<pdfaProperty:name>${name}</pdfaProperty:name><pdfaProperty:valueType>Text</pdfaProperty:valueType>`);
  });

  it('is read in its language, under its title, with nothing suspect', () => {
    const { catalog } = document;
    expect(catalog.lookup(key('Lang'), PDFString).asString()).toBe('fr');
    expect(catalog.lookup(key('ViewerPreferences'), PDFDict).lookup(key('DisplayDocTitle'))).toBe(PDFBool.True);
    expect(catalog.lookup(key('MarkInfo'), PDFDict).entries().map(([name, value]) => `${name.asString()} ${String(value)}`)).toEqual(['/Marked true']);
  });

  it('means its colours as sRGB', () => {
    const intent = document.catalog.lookup(key('OutputIntents'), PDFArray).lookup(0, PDFDict);
    expect(intent.lookup(key('S'), PDFName).decodeText()).toBe('GTS_PDFA1');
    const profile = intent.lookup(key('DestOutputProfile')) as PDFRawStream;
    expect(String(profile.dict.lookup(key('N')))).toBe('3');
    expect(Buffer.from(inflateSync(profile.contents)).equals(srgbProfile())).toBe(true);
  });

  it('names every row by the cell that it is told to, and no row by an empty one', () => {
    const rows = elements().filter((element) => role(element) === 'TR').map((row) => row.lookup(key('K'), PDFArray).asArray().map((cell) => document.context.lookup(cell, PDFDict)));
    const shape = rows.map((cells) => cells.map((cell) => `${role(cell)}${attribute(cell, 'Scope') ?? ''}`).join(' '));
    expect(shape).toEqual(['TH/Column TH/Column TH/Column', 'TD TH/Row TD', 'TD TH/Row TD', 'TD TD', 'TH/Row TD', 'TD TD']);
  });

  it('names no row where the tables are not those that are told of', async () => {
    for (const rowHeads of [[0, 0], [0, 0, 0, 0]]) {
      const other = await PDFDocument.load(finish(plain, { rowHeads }), { updateMetadata: false });
      expect(other.context.enumerateIndirectObjects().filter(([, object]) => object instanceof PDFDict && object.get(key('S')) === key('TH')).length).toBe(3);
    }
  });

  it('has headings in order, figures with words instead, and links that say where they lead', () => {
    const roles = elements().map(role);
    expect(roles.filter((name) => /^H\d/.test(name))).toEqual(['H1', 'H1', 'H2']);
    const figures = elements().filter((element) => role(element) === 'Figure');
    expect(figures.length).toBeGreaterThan(0);
    for (const figure of figures) expect((figure.lookup(key('Alt')) as PDFString | PDFHexString).decodeText()).toBe('Un rectangle');
    const links = document.getPages().flatMap((page) => page.node.Annots()?.asArray().map((entry) => document.context.lookup(entry, PDFDict)) ?? []);
    expect(links.length).toBe(6);
    for (const link of links) expect((link.lookup(key('Contents')) as PDFString | PDFHexString).decodeText()).not.toBe('');
    expect(document.getPages().filter((page) => page.node.has(key('Annots'))).every((page) => String(page.node.lookup(key('Tabs'))) === '/S')).toBe(true);
  });

  it('leads the links that name a place to where it came to stand', () => {
    const [first, second] = document.getPages();
    const links = second?.node.Annots()?.asArray().map((entry) => document.context.lookup(entry, PDFDict)) ?? [];
    const places = links.map((link) => link.lookup(key('Dest'), PDFArray).asArray());
    expect(places.map(([page]) => page)).toEqual([second?.ref, first?.ref]);
    expect(places.map(([, kind]) => String(kind))).toEqual(['/XYZ', '/XYZ']);
    // Just above the title, which stands at the margin; and below the link, which stands before the place.
    const [down, up] = places.map(([, , , top]) => Number(String(top)));
    expect(up).toBeGreaterThan((first?.getHeight() ?? 0) - 72);
    expect(down).toBeLessThan(up ?? 0);
    expect(links.map((link) => (link.lookup(key('Contents')) as PDFString | PDFHexString).decodeText())).toEqual(['page 2', 'Chapitre, page 1']);
    expect(links.some((link) => link.has(key('A')))).toBe(false);
  });

  it('is not made where a link leads nowhere', async () => {
    const main = (sampleFiles().get('/main.typ') ?? '').replace('"#top"', '"#nulle part"');
    const astray = await set(new Map([...sampleFiles(), ['/main.typ', main]]));
    expect(() => finish(astray)).toThrow('nulle part');
  });

  it('carries its attachments with what they are to it', async () => {
    const { attachments } = await read(finished);
    expect(attachments.map(({ name, mimeType, relationship }) => [name, mimeType, relationship])).toEqual([
      ['manifest.json', 'application/json', 'Supplement'],
      ['records.json', 'application/json', 'Data'],
      ['sources/été.md', 'text/markdown', 'Source'],
    ]);
    expect(Buffer.from(attachments[2]?.bytes ?? []).toString('utf8')).toBe('# Été\n');
    const files = document.catalog.lookup(key('AF'), PDFArray).asArray().map((entry) => document.context.lookup(entry, PDFDict));
    expect(files.map((file) => file.lookup(key('AFRelationship'), PDFName).decodeText())).toEqual(['Supplement', 'Data', 'Source']);
    for (const file of files) {
      const stream = file.lookup(key('EF'), PDFDict).lookup(key('F')) as PDFRawStream;
      const params = stream.dict.lookup(key('Params'), PDFDict);
      const bytes = inflateSync(stream.contents);
      expect(String(params.lookup(key('Size')))).toBe(String(bytes.length));
      expect(params.lookup(key('CheckSum'), PDFHexString).asString()).toBe(createHash('md5').update(bytes).digest('hex'));
      expect(params.lookup(key('ModDate'), PDFString).asString()).toBe('D:20260301090000Z');
    }
  });

  it('has an identifier made of what it holds, that seals every byte', async () => {
    const [first, second] = (document.context.trailerInfo.ID as PDFArray).asArray().map((part) => (part as PDFHexString).asString());
    expect(first).toMatch(/^[0-9a-f]{32}$/);
    expect(packet()).toContain(`<xmpMM:DocumentID>uuid:${first}</xmpMM:DocumentID>`);
    expect(second).toMatch(/^[0-9a-f]{32}$/);
    expect((await read(finished)).seal).toBe('whole');
    expect((await read(plain)).seal).not.toBe('whole');
  });

  it('is the same bytes each time, and others where anything of it is other', () => {
    expect(Buffer.from(finish(plain)).equals(finished)).toBe(true);
    const [added] = ATTACHMENTS;
    for (const other of [{ title: 'Autre' }, { date: '2026-03-02T09:00:00Z' }, { properties: { commit: 'b' } }, { attachments: added ? [added] : [] }]) expect(Buffer.from(finish(plain, other)).equals(finished)).toBe(false);
  });

  it('can be attached to in any order', () => {
    expect(Buffer.from(finish(plain, { attachments: [...ATTACHMENTS].reverse() })).equals(finished)).toBe(true);
  });

  it('takes names and words that PDF and XML would read as something else', async () => {
    const name = 'a (b) \\ "c" <d> é 🚒.md';
    const bytes = finish(plain, { title: 'a ]]> & \u0001 🚒', properties: { words: 'x < y & "z"' }, attachments: [{ name, bytes: new Uint8Array(), mimeType: 'text/markdown', relationship: 'Source', description: '(' }] });
    const { attachments, properties } = await read(bytes);
    expect(attachments.map((attachment) => attachment.name).sort()).toEqual([name, 'manifest.json'].sort());
    expect(properties).toEqual({ words: 'x < y & "z"' });
  });
});

describe('the digest of the pages', () => {
  it('is the one that the manifest was told, read from the file again', async () => {
    const { attachments, bodyDigest, pages } = await read(finished);
    expect(pages).toBe(2);
    expect(JSON.parse(Buffer.from(attachments[0]?.bytes ?? []).toString('utf8'))).toEqual({ body: bodyDigest });
  });

  it('does not depend on what is attached or said about the file', async () => {
    const { bodyDigest } = await read(finished);
    expect((await read(finish(plain, { attachments: [], properties: {}, namespace: 'urn:other' }))).bodyDigest).not.toBe('');
    expect((await read(finish(plain, { attachments: [] }))).bodyDigest).toBe(bodyDigest);
  });

  it('is another where a word, a link, the title or the language is', async () => {
    const digests = new Set([(await read(finished)).bodyDigest]);
    digests.add((await read(finish(await set(sampleFiles('Autre'))))).bodyDigest);
    digests.add((await read(finish(plain, { title: 'Autre' }))).bodyDigest);
    digests.add((await read(finish(plain, { language: 'en' }))).bodyDigest);
    expect(digests.size).toBe(4);
  });
});

describe('the profile', () => {
  it('has what a display profile of version 4 must have, each where its table says', () => {
    const profile = Buffer.from(srgbProfile());
    expect([profile.readUInt32BE(0), profile.toString('latin1', 12, 24), profile.toString('latin1', 36, 40)]).toEqual([profile.length, 'mntrRGB XYZ ', 'acsp']);
    const tags = Array.from({ length: profile.readUInt32BE(128) }, (_, index) => {
      const at = 132 + index * 12;
      const place = profile.readUInt32BE(at + 4);
      expect(place % 4).toBe(0);
      expect(place + profile.readUInt32BE(at + 8)).toBeLessThanOrEqual(profile.length);
      return [profile.toString('latin1', at, at + 4), profile.toString('latin1', place, place + 4)];
    });
    expect(Object.fromEntries(tags)).toEqual({ desc: 'mluc', cprt: 'mluc', wtpt: 'XYZ ', rXYZ: 'XYZ ', gXYZ: 'XYZ ', bXYZ: 'XYZ ', chad: 'sf32', rTRC: 'para', gTRC: 'para', bTRC: 'para' });
  });

  it('makes white of full red, green and blue', () => {
    const profile = Buffer.from(srgbProfile());
    const xyz = (name: string): number[] => {
      const at = 132 + Array.from({ length: 10 }, (_, index) => profile.toString('latin1', 132 + index * 12, 136 + index * 12)).indexOf(name) * 12;
      return [0, 1, 2].map((index) => profile.readInt32BE(profile.readUInt32BE(at + 4) + 8 + index * 4) / 65536);
    };
    const white = xyz('wtpt');
    [0, 1, 2].forEach((axis) => expect(['rXYZ', 'gXYZ', 'bXYZ'].reduce((sum, name) => sum + (xyz(name)[axis] ?? 0), 0)).toBeCloseTo(white[axis] ?? 0, 3));
  });
});

describe('a file that is not whole', () => {
  it.each([
    ['nothing', () => new Uint8Array(), 'not-pdf'],
    ['a text', () => Buffer.from('Bonjour'), 'not-pdf'],
    ['a start alone', () => Buffer.from('%PDF-1.7\n'), 'truncated'],
    ['its first half', () => finished.slice(0, finished.length / 2), 'truncated'],
    ['all but its last bytes', () => finished.slice(0, -3), 'truncated'],
    ['its two ends', () => Buffer.concat([finished.slice(0, 200), finished.slice(-200)]), 'unreadable'],
    ['a PDF of nothing', () => Buffer.from('%PDF-1.7\nstartxref\n0\n%%EOF'), 'unreadable'],
  ])('is an answer: %s', async (_, bytes, broken) => {
    expect(await readPdf(bytes(), NAMESPACE)).toEqual({ broken });
  });

  it('is not spoken of on the console', async () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const bytes = Buffer.from(finished);
    const at = bytes.indexOf('/N 3', 0, 'latin1');
    expect(at).toBeGreaterThan(0);
    await readPdf(Buffer.concat([bytes.subarray(0, at), Buffer.from(`/N ${'9'.repeat(60)}`), bytes.subarray(at + 4)]), NAMESPACE);
    expect(warned).not.toHaveBeenCalled();
    warned.mockRestore();
  });
});
