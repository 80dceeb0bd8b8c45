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

/** The environment of a person's shell: Vitest's own would make Astro build for tests. */
function withoutTests(): NodeJS.ProcessEnv {
  const { NODE_ENV: _node, VITEST: _vitest, ...environment } = process.env;
  return environment;
}

/** Builds content/ once for all tests of the built site, as `npm run build` does, into a folder of its own. */
export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-site-'));
  const out = join(folder, 'site');
  await promisify(execFile)(process.execPath, [join(root, 'src/cli/main.ts'), 'build', '--out', out, '--cache', join(folder, 'cache')], { cwd: root, maxBuffer: 1 << 26, env: withoutTests() });
  if (!existsSync(join(out, 'index.html'))) throw new Error('The site was not built');
  project.provide('site', out);
  return () => rmSync(folder, { recursive: true, force: true });
}
