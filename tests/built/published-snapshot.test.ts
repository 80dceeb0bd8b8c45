import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { readPdf } from '../../plugins/pdf/read.ts';
import { SNAPSHOT_NAMESPACE } from '../../src/snapshot/manifest.ts';
import { SNAPSHOT_PATH } from '../../src/views/published-snapshot.ts';
import { readPdf as readPages } from '../snapshot/read-pdf.ts';
import { buildSite } from './build.ts';
import { harbour } from './harbour.ts';
import { layHarbour } from './lay-harbour.ts';
import { fileOf, pagesOf } from './every-page.ts';

const pageAt = (root: string, path: string): string => readFileSync(join(root, path, 'index.html'), 'utf8');

describe('the snapshot that a build publishes', () => {
  it('is a whole PDF with its attachments, and the page beside it says its hash, commit and tree', async () => {
    const root = inject('site');
    const bytes = readFileSync(join(root, SNAPSHOT_PATH));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(readFileSync(join(root, `${SNAPSHOT_PATH}.sha256`), 'utf8')).toBe(`${sha256}  snapshot.pdf\n`);
    const reading = await readPdf(bytes, SNAPSHOT_NAMESPACE);
    if ('broken' in reading) throw new Error(`The PDF is ${reading.broken}`);
    const { pdf } = reading;
    const page = pageAt(root, 'snapshot');
    for (const told of [sha256, pdf.properties['commit'], pdf.properties['tree'], `<b>${pdf.pages}</b>`]) expect(page).toContain(told ?? 'missing');
    expect(page).toContain(`href="/${SNAPSHOT_PATH}"`);
    expect(pdf.seal).toBe('whole');
    expect(pdf.attachments.filter(({ relationship }) => relationship === 'Source').length).toBeGreaterThan(100);
  });

  it('holds the records that the site shows and publishes', async () => {
    const root = inject('site');
    const reading = await readPdf(readFileSync(join(root, SNAPSHOT_PATH)), SNAPSHOT_NAMESPACE);
    const attached = 'pdf' in reading ? reading.pdf.attachments.find(({ name }) => name === 'records.json')?.bytes : undefined;
    const keysOf = (json: string): { key: string; kind: string }[] => (JSON.parse(json) as { records: { key: string; kind: string }[] }).records.map(({ key, kind }) => ({ key, kind }));
    const published = keysOf(readFileSync(join(root, 'data/records.json'), 'utf8'));
    expect(published.length).toBeGreaterThan(500);
    expect(keysOf(Buffer.from(attached ?? []).toString('utf8'))).toEqual(published);
    // A page each, the list of its kind aside.
    for (const [kind, folder] of [['risk', 'risks'], ['runbook', 'runbooks'], ['scenario', 'scenarios'], ['decision', 'decisions']] as const) {
      const pages = pagesOf(root).filter((path) => new RegExp(`^/[^/]+/${folder}/[^/]+/$`).test(path) && !readFileSync(fileOf(root, path), 'utf8').includes('http-equiv="refresh"'));
      expect(pages.length, kind).toBe(published.filter((record) => record.kind === kind).length);
    }
  });

  /** Pages without a foot: what is searched, what is missing, and addresses that lead to one page or another. */
  const FOOTLESS = /^\/(404\.html|search\/|sp-e\/mode-estimation\/)$/;

  it('is one step from the home page and from every other one', () => {
    const root = inject('site');
    const footed = pagesOf(root).filter((path) => !FOOTLESS.test(path)).map((path) => ({ path, html: readFileSync(fileOf(root, path), 'utf8') }));
    expect(footed.filter(({ html }) => !html.includes('http-equiv="refresh"') && !html.includes('href="/snapshot/"')).map(({ path }) => path)).toEqual([]);
  });

  it('is one a page too where site.yml says each, and the pages lead to theirs', async () => {
    const folder = join(inject('folder'), 'harbour-each');
    const site = await buildSite(folder, layHarbour(folder, (text, file) => (file === 'site.yml' ? text.replace('snapshots: none', 'snapshots: each') : text)));
    for (const [page, file, words] of [['ferry/runbooks/rb-db', 'snapshot/ferry/runbook-rb-db.pdf', 'RB-DB'], ['ferry/risks', 'snapshot/ferry/risks.pdf', 'R-T01'], ['ferry/incidents', 'snapshot/ferry/incidents.pdf', 'P1']] as const) {
      expect(pageAt(site, page), page).toContain(`href="/${file}"`);
      const { pages } = await readPages(readFileSync(join(site, file)));
      expect(pages.join(' '), file).toContain(words);
    }
  });

  it('is not made where site.yml wants none, and the page says so', () => {
    const page = pageAt(harbour(), 'snapshot');
    expect(page).toContain('No PDF in this version');
    expect(page).toContain('snapshots: none');
    expect(page).not.toContain(`href="/${SNAPSHOT_PATH}"`);
  });
});
