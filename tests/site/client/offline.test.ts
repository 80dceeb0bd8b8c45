import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { clockIsLate } from '../../../src/site/client/device-clock.ts';
import { stateOf } from '../../../src/site/client/offline.ts';

const A = { version: 'a', built: '2026-03-12T02:00:00Z' };
const B = { version: 'b', built: '2026-03-13T02:00:00Z' };

describe('what a page of version a says', () => {
  it.each([
    ['held', { current: A, published: A }],
    ['held', { current: A }],
    ['copying', { published: A, copied: 0.3 }],
    ['copying', { current: A, published: B, copied: 0.3 }],
    ['newer', { current: B, published: B }],
    ['away', { current: A, published: null }],
    ['storage', { published: A, problem: 'storage' as const }],
    // A reload brings the newer one from the network only where it cannot be copied.
    ['newer', { current: A, published: B, problem: 'storage' as const }],
    ['network', { current: A, published: B, problem: 'network' as const, copied: 0.3 }],
    ['spared', { published: A, problem: 'spared' as const }],
    [undefined, { published: null }],
    [undefined, {}],
  ])('%s', (state, news) => {
    expect(stateOf('a', news)).toBe(state);
  });
});

describe('a clock', () => {
  it('is late when it is before the page was made by more than minutes', () => {
    const built = new Date('2026-03-12T02:00:00Z');
    expect(clockIsLate(built, new Date('2026-03-11T23:00:00Z'))).toBe(true);
    expect(clockIsLate(built, new Date('2026-03-12T01:55:00Z'))).toBe(false);
    expect(clockIsLate(built, new Date('2026-03-12T09:00:00Z'))).toBe(false);
  });
});

describe('the script', () => {
  it('weighs less than 2 KB, compressed', async () => {
    const { outputFiles } = await build({ entryPoints: [join(import.meta.dirname, '../../../src/site/client/offline.ts')], bundle: true, write: false, format: 'esm', minify: true, target: 'es2022' });
    expect(gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).length).toBeLessThanOrEqual(2048);
  });
});
