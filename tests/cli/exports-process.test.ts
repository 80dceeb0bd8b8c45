import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { exportsAside, type ExportsWork } from '../../src/cli/exports-process.ts';
import { packWiki } from '../../src/model/packed-wiki.ts';
import { noHistory } from '../../src/readers/history.ts';
import { wikiOf } from '../model/wiki-of.ts';

const folder = mkdtempSync(join(tmpdir(), 'vigie-exports-'));
afterAll(() => rmSync(folder, { recursive: true }));

const wiki = packWiki(wikiOf({ 'shop/system.md': ['kind: system\nid: shop\ntitle: Shop'], 'shop/page.md': ['kind: page\nid: P1\ntitle: Notes', 'Words.'] }));
function aside(into: string): ExportsWork {
  const work = exportsAside(folder);
  void work.begin({ wiki, history: noHistory, root: folder, url: 'https://ops.example/wiki/', into });
  return work;
}

describe('the exports of a build', { timeout: 60_000 }, () => {
  it('are made aside, told in the order of their page, and put beside the pages', async () => {
    const work = aside(join(folder, 'made'));
    const files = await work.files;
    expect(files.map(({ path }) => path)).toEqual(['records.json', 'records.schema.json', 'records.xlsx', 'system.csv', 'page.csv', 'document.csv', 'calendar.ics', 'markdown.zip']);
    const site = join(folder, 'site');
    work.publish(site);
    for (const { path, size } of files) expect(readFileSync(join(site, 'data', path)).length, path).toBe(size);
    expect(readdirSync(folder)).not.toContain('made');
  });

  it('leave nothing where there is nothing to make', async () => {
    const work = exportsAside(folder);
    work.drop();
    await expect(work.files).rejects.toThrow('the exports could not be made: it ended early (SIGTERM)');
    work.publish(join(folder, 'none'));
    expect(readdirSync(folder)).not.toContain('none');
  });

  it('say why they could not be made', async () => {
    writeFileSync(join(folder, 'file'), '');
    const work = aside(join(folder, 'file', 'made'));
    await expect(work.files).rejects.toThrow(/^the exports could not be made: .*(ENOTDIR|EEXIST|ENOENT)/);
    work.publish(join(folder, 'other'));
    expect(readdirSync(folder)).not.toContain('other');
  });
});
