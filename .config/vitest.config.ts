import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = resolve(import.meta.dirname, '..');

export default defineConfig({
  root,
  test: {
    env: { TZ: 'UTC' },
    projects: [
      // A file a processor, where Vitest would leave one idle; code is loaded once a process and not once a file. Nothing is timed.
      { root, test: { name: 'core', env: { TZ: 'UTC' }, include: ['tests/**/*.test.ts'], exclude: ['tests/built/**', 'tests/bench/**'], maxWorkers: '100%', isolate: false, testTimeout: 30_000, hookTimeout: 60_000 } },
      // Tests of the site as it is published: built once, opened in a real browser. They share the workers of the core: no processor waits for a last file.
      { root, test: { name: 'built', env: { TZ: 'UTC' }, include: ['tests/built/**/*.test.ts'], globalSetup: ['tests/built/build.ts'], maxWorkers: '100%', testTimeout: 60_000, hookTimeout: 120_000 } },
    ],
  },
});
