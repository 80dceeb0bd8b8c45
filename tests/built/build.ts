import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    site: string;
  }
}

const root = resolve(import.meta.dirname, '../..');

/** Builds content/ once for all tests of the built site, as `npm run build` does, into a folder of its own. */
export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-site-'));
  const out = join(folder, 'site');
  await promisify(execFile)(process.execPath, [join(root, 'src/cli/main.ts'), 'build', '--out', out, '--cache', join(folder, 'cache')], { cwd: root, maxBuffer: 1 << 26 });
  if (!existsSync(join(out, 'index.html'))) throw new Error('The site was not built');
  project.provide('site', out);
  return () => rmSync(folder, { recursive: true, force: true });
}
