import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noVersion } from '../../../plugins/offline/stamp.ts';
import { writeOffline, writeRelease } from '../../../plugins/offline/write-offline.ts';

const page = (words: string): string => `<html><head><meta name="site-version" content=""></head><body>${words}</body></html>`;
const sha = (text: string): string => createHash('sha256').update(text).digest('hex');
const options = { built: '2026-03-12T03:12:00+01:00', budget: 1e6 };

let root: string;
const put = (path: string, text: string): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'vigie-offline-'));
  put('index.html', page('home'));
  put('a/index.html', page('a'));
  put('_astro/x.js', 'x');
  put('report.pdf', 'p'.repeat(500));
});
afterEach(() => rmSync(root, { recursive: true }));

describe('offline.json', () => {
  it('lists every file but itself and the worker, sorted, with its hash and its size as served', () => {
    writeOffline(root, options);
    // A second run meets what the first wrote.
    writeOffline(root, options);
    const list = JSON.parse(read('offline.json')) as { files: [string, string, number][]; size: number };
    expect(list.files.map(([path]) => path)).toEqual(['_astro/x.js', 'a/index.html', 'index.html', 'report.pdf']);
    expect(list.files[0]).toEqual(['_astro/x.js', sha('x'), 1]);
    expect(list.files[2]).toEqual(['index.html', sha(page('home')), Buffer.byteLength(read('index.html'))]);
    expect(list.size).toBe(list.files.reduce((sum, [, , size]) => sum + size, 0));
  });

  it('is the same bytes for the same site, and so are the pages', () => {
    writeOffline(root, options);
    const first = ['offline.json', 'sw.js', 'index.html'].map(read);
    writeOffline(root, options);
    expect(['offline.json', 'sw.js', 'index.html'].map(read)).toEqual(first);
  });

  it('changes its version with a file, a name or a file more, not with the date; other pages keep their hashes', () => {
    const before = writeOffline(root, options);
    expect(writeOffline(root, { ...options, built: '2026-03-13' }).version).toBe(before.version);
    put('a/index.html', page('b'));
    const after = writeOffline(root, options);
    expect(after.version).not.toBe(before.version);
    expect(after.files.filter((file, index) => file[1] !== before.files[index]?.[1]).map(([path]) => path)).toEqual(['a/index.html']);
    put('b.txt', '');
    expect(writeOffline(root, options).version).not.toBe(after.version);
  });

  it('writes over an empty stamp of its length, and leaves the rest of the page as it is, letters of any length before it', () => {
    const told = (stamp: string): string => `<html><head><meta name="description" content="Où, qui, été"><meta name="site-version" content="${stamp}"></head><body>œuvre</body></html>`;
    put('a/index.html', told(noVersion));
    const { version, files } = writeOffline(root, options);
    expect(read('a/index.html')).toBe(told(`${version} 2026-03-12T02:12:00.000Z`));
    expect(files.find(([path]) => path === 'a/index.html')).toEqual(['a/index.html', sha(told('')), Buffer.byteLength(read('a/index.html'))]);
  });

  it('stamps each page with the version and the moment it is named by', () => {
    const { version } = writeOffline(root, options);
    expect(read('a/index.html')).toBe(page('a').replace('content=""', `content="${version} 2026-03-12T02:12:00.000Z"`));
  });

  it('leaves out what is not asked for, then the largest attachments, then pages; never what all pages need', () => {
    expect(writeOffline(root, { ...options, keep: (path) => path !== 'a/index.html' }).left).toEqual(['a/index.html']);
    expect(writeOffline(root, { ...options, budget: 400 }).left).toEqual(['report.pdf']);
    expect(writeOffline(root, { ...options, budget: 1 }).left).toEqual(['a/index.html', 'report.pdf']);
  });
});

describe('sw.js', () => {
  it('asks nothing of another origin, imports nothing and does not depend on the site', () => {
    writeOffline(root, options);
    const worker = read('sw.js');
    expect(worker).not.toMatch(/\bimport\b|importScripts|https?:\/\//);
    put('index.html', page('other'));
    writeOffline(root, { ...options, built: '2027-01-01' });
    expect(read('sw.js')).toBe(worker);
  });

  it('knows the prefix of the caches that the releasing worker deletes', () => {
    const prefixes = ['worker.js', 'release.js'].map((name) => /`(offline \$\{.*?\} )`/.exec(readFileSync(join(import.meta.dirname, '../../../plugins/offline', name), 'utf8'))?.[1]?.replace('self.registration.scope', 'SCOPE'));
    expect(prefixes[0]).toMatch(/^offline /);
    expect(prefixes[1]).toBe(prefixes[0]);
  });

  it('lets go of what was kept where nothing is to be kept any more', () => {
    writeOffline(root, options);
    writeRelease(root);
    expect(read('sw.js')).toContain('unregister');
    expect(() => read('offline.json')).toThrow();
  });
});
