import { execFileSync } from 'node:child_process';
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const source = resolve(import.meta.dirname, '../fixtures/built/harbour');

/** A line of the register changes once in its history, so that the risk has a trend. */
const REGISTER = 'ferry/risks/technical.md';
const [BEFORE, NOW] = ['current: { likelihood: 3, impact: 4 }', 'current: { likelihood: 4, impact: 4 }'];

/**
 * Lays out the Harbour wiki with a history of its own: same files, same days, same authors, so that its pages are the
 * same bytes on every machine and on every day. `edit` changes files on their way.
 */
export function layHarbour(folder: string, edit: (text: string, file: string) => string = (text) => text): string {
  const content = join(folder, 'content');
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(content, file)), { recursive: true });
    writeFileSync(join(content, file), edit(text, file));
  };
  const commit = (day: string, message: string): void => {
    const at = `${day}T09:00:00+01:00`;
    const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', GIT_AUTHOR_DATE: at, GIT_COMMITTER_DATE: at, GIT_AUTHOR_NAME: 'Keeper', GIT_AUTHOR_EMAIL: 'keeper@harbour.example', GIT_COMMITTER_NAME: 'Keeper', GIT_COMMITTER_EMAIL: 'keeper@harbour.example' };
    for (const args of [['init', '-q', '-b', 'main'], ['add', '.'], ['commit', '-q', '-m', message]]) execFileSync('git', args, { cwd: content, stdio: 'pipe', env });
  };
  const register = readFileSync(join(source, REGISTER), 'utf8');
  if (!register.includes(NOW)) throw new Error(`${REGISTER} no longer says ${NOW}`);
  for (const file of globSync('**/*.{md,yml}', { cwd: source })) write(file, readFileSync(join(source, file), 'utf8').replace(NOW, BEFORE));
  commit('2026-01-12', 'Write the wiki');
  write(REGISTER, register);
  commit('2026-02-01', 'Rate the database higher after the full disk');
  return content;
}
