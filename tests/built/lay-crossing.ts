import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { readWiki } from '../../src/readers/read-wiki.ts';

const source = resolve(import.meta.dirname, '../fixtures/built/harbour');

/** What the pier keeps for the ferry: who answers, what restores, what is saved. */
const MOVED = /^ferry\/(escalation|backups|continuity|runbooks\/.*)\.md$/;
const moved = (file: string): string => (MOVED.test(file) ? file.replace('ferry/', 'pier/') : file);

/** The Harbour wiki with one system in two folders, whose records cite one another across them, and a page that leads across by its words. */
export function layCrossing(folder: string): string {
  const content = join(folder, 'content');
  const systemOf = new Map([...readWiki(source, { today: '2026-03-12' }).records.values()].filter(({ system }) => system === 'ferry').map(({ id, document }) => [id, moved(document.file).split('/')[0] ?? '']));
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(content, file)), { recursive: true });
    writeFileSync(join(content, file), text);
  };
  for (const file of globSync('**/*.{md,yml}', { cwd: source })) {
    const target = moved(file);
    const text = readFileSync(join(source, file), 'utf8');
    const end = text.indexOf('\n---', 4);
    let front = text.slice(0, end);
    for (const [id, system] of systemOf) {
      if (file.startsWith('ferry/') && id !== 'ferry' && !target.startsWith(`${system}/`)) front = front.replace(new RegExp(`(?<![\\w/.-])(?<!id: )${id}(?![\\w/.:-]| [a-z])`, 'g'), `${system}/${id}`);
    }
    write(target, file.startsWith('ferry/') ? `${front}${text.slice(end)}` : text);
  }
  write('pier/system.md', '---\nkind: system\nid: pier\ntitle: Pier\nsummary: Keeps what the ferry needs.\n---\n');
  write('ferry/pages/where.md', '---\nkind: page\ntitle: Where things are\n---\n\nThe [restore](../../pier/runbooks/rb-db.md) is kept on the pier.\n');
  write('tide/decisions/keep.md', '---\nkind: decision\nid: ADR-K\ntitle: Keep the table on paper\nstatus: accepted\ndate: 2026-01-01\n---\n\n## Context\n\nWhat the [runbook](../runbooks/rb-table.md) needs is there.\n');
  return content;
}
