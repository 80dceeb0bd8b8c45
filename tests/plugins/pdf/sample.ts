import { compilePdf, type CompileInput } from '../../../plugins/pdf/compile.ts';
import { finishPdf, type Attachment, type FinishInput } from '../../../plugins/pdf/finish.ts';
import { PDF_STACKS } from '../../../plugins/pdf/fonts.ts';

const stack = (names: readonly string[]): string => `(${names.map((name) => `"${name}"`).join(', ')})`;

/** A document with one of each thing that the finisher mends: heads of rows, links, a picture that is see-through, rare signs. */
export const MAIN = `
#let data = json("/document.json")
#set document(title: data.title, date: datetime(year: 2026, month: 3, day: 1, hour: 9, minute: 0, second: 0))
#set text(font: ${stack(PDF_STACKS.text)}, fallback: false, lang: "fr", hyphenate: true)
#show raw: set text(font: ${stack(PDF_STACKS.code)})
#set page(footer: context [page #counter(page).display()])
= #data.title <top>
#text(data.words) _penché_ *gras* \`code │\`
#outline()
== Liens
#link("https://exemple.fr")[dehors] et #link(<top>)[dedans].
#figure(caption: [Sauvegardes], kind: table, table(columns: 3, table.header([Réf.], [RPO], [RTO]), [BK-1], [1 h], [2 h], [BK-2], [4 h], [8 h]))
#table(columns: 2, [], [rien en tête], [seul], table.cell([avec]))
#table(columns: 2, [ni l’un], [ni l’autre])
#figure(alt: "Un rectangle", caption: [Matrice], image("/picture.svg", alt: "Un rectangle"))
#pagebreak()
#link("#été")[vers la suite] et #link("#top")[vers le début]
#text(data.more)
#metadata(none) <été>
#context pdf.attach("places.json", bytes(json.encode(("top", "été").fold((:), (places, name) => {
  let at = locate(label(name)).position()
  places + ((name): (at.page, at.x.pt(), at.y.pt(), name == "top"))
}))), relationship: "supplement", mime-type: "application/json", description: "Places")
`;

export const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50" width="100" height="50"><rect width="100" height="50" fill="#c33" fill-opacity="0.5"/><text x="5" y="20" font-size="12" font-family="DejaVu Sans, serif">Élevé → ✅</text></svg>';

export const sampleFiles = (words = 'Été, 12 → 16, « ça » ✅ ⚠ ☐ porte‑clé ≥ 3'): Map<string, string> =>
  new Map([['/main.typ', MAIN], ['/picture.svg', PICTURE], ['/document.json', JSON.stringify({ title: 'Relevé du 1er mars', words, more: 'La suite.' })]]);

export async function set(files: CompileInput['files'] = sampleFiles(), rest: Partial<CompileInput> = {}): Promise<Uint8Array> {
  const result = await compilePdf({ main: '/main.typ', files, ...rest });
  if ('errors' in result) throw new Error(JSON.stringify(result.errors));
  return result.bytes;
}

export const NAMESPACE = 'urn:example:1';

export const ATTACHMENTS: readonly Attachment[] = [
  { name: 'sources/été.md', bytes: Buffer.from('# Été\n'), mimeType: 'text/markdown', relationship: 'Source', description: 'Source (Markdown)' },
  { name: 'records.json', bytes: Buffer.from('{}\n'), mimeType: 'application/json', relationship: 'Data', description: 'Les fiches' },
];

export const finish = (bytes: Uint8Array, rest: Partial<FinishInput> = {}): Uint8Array =>
  finishPdf({
    bytes,
    title: 'Relevé du 1er mars & <plus>',
    language: 'fr',
    date: '2026-03-01T09:00:00Z',
    namespace: NAMESPACE,
    properties: { commit: 'c0ffee', words: 'a & <b>' },
    rowHeads: [1, 0, undefined],
    attachments: ATTACHMENTS,
    manifest: (body) => ({ name: 'manifest.json', bytes: Buffer.from(JSON.stringify({ body })), mimeType: 'application/json', relationship: 'Supplement', description: 'Manifeste' }),
    ...rest,
  });
