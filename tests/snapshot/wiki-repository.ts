import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const WHEN = '2026-03-12T03:00:00+01:00';
const ENV = { ...process.env, GIT_AUTHOR_DATE: WHEN, GIT_COMMITTER_DATE: WHEN, GIT_AUTHOR_NAME: 'Vigie', GIT_AUTHOR_EMAIL: 'vigie@example.org', GIT_COMMITTER_NAME: 'Vigie', GIT_COMMITTER_EMAIL: 'vigie@example.org', GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };

export const git = (folder: string, ...args: string[]): string => execFileSync('git', ['-C', folder, ...args], { env: ENV, encoding: 'utf8' });

export type Files = Readonly<Record<string, string | Uint8Array>>;

export function write(folder: string, files: Files): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, 'content', name)), { recursive: true });
    writeFileSync(join(folder, 'content', name), content);
  }
}

export function commit(folder: string, subject: string): void {
  git(folder, 'add', '-A');
  git(folder, 'commit', '-q', '-m', subject);
}

/** A repository of its own with these files of content/, or with a folder of them, in one commit that is always the same. */
export function wikiRepository(content: Files | string): string {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-snapshot-'));
  git(folder, 'init', '-q', '-b', 'main');
  if (typeof content === 'string') cpSync(content, join(folder, 'content'), { recursive: true });
  else write(folder, content);
  commit(folder, 'Write the wiki');
  return folder;
}

/** One system with one page, whose text is given. */
export const onePage = (body: string, more: Files = {}): Files => ({
  'site.yml': 'title: Essai\nlanguage: fr\n',
  'quai/system.md': '---\nkind: system\nid: quai\ntitle: Quai\nsummary: Une plateforme de test.\n---\n',
  'quai/pages/note.md': `---\nkind: page\ntitle: Note\n---\n\n${body}\n`,
  ...more,
});
