import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { layHarbour } from './lay-harbour.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** content/, built. */
    site: string;
    /** The Harbour wiki (lay-harbour.ts), built. */
    harbour: string;
    /** Where tests may build more; removed at the end. */
    folder: string;
    /** What to do with a picture that is new or no longer the same: `npm test -- -u` accepts all. */
    accept: 'all' | 'new' | 'none';
  }
}

const root = resolve(import.meta.dirname, '../..');

/** The environment of a person's shell: Vitest's own would make Astro build for tests. */
function withoutTests(): NodeJS.ProcessEnv {
  const { NODE_ENV: _node, VITEST: _vitest, ...environment } = process.env;
  return environment;
}

/** Builds a wiki as `npm run build` does, into a folder of its own. */
export async function buildSite(folder: string, content = join(root, 'content')): Promise<string> {
  const out = join(folder, 'site');
  await promisify(execFile)(process.execPath, [join(root, 'src/cli/main.ts'), 'build', '--content', content, '--out', out, '--cache', join(folder, 'cache')], { cwd: root, maxBuffer: 1 << 26, env: withoutTests() });
  if (!existsSync(join(out, 'index.html'))) throw new Error('The site was not built');
  return out;
}

/** Builds content/ and the Harbour wiki once for all tests of the built site. */
export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-site-'));
  // Once for all the wikis that tests build at the root of an address.
  await promisify(execFile)(process.execPath, [join(root, 'src/cli/compile-main.ts')], { cwd: root, env: withoutTests() });
  const [site, harbour] = await Promise.all([buildSite(folder), buildSite(join(folder, 'harbour'), layHarbour(join(folder, 'harbour')))]);
  project.provide('site', site);
  project.provide('harbour', harbour);
  project.provide('folder', folder);
  project.provide('accept', project.config.snapshotOptions.updateSnapshot);
  return () => rmSync(folder, { recursive: true, force: true });
}
