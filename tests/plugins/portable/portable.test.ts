import { compileFunction } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { relativeAddress, relativePage, relativeSheet } from '../../../plugins/portable/addresses.ts';
import { filePolicy } from '../../../plugins/portable/policy.ts';
import { moduleAsFunction, plainScripts } from '../../../plugins/portable/scripts.ts';
import { stem, wordsOf } from '../../../plugins/portable/words.ts';
import { zip } from '../../../plugins/portable/zip.ts';

describe('addresses', () => {
  it.each([
    ['/', 'index.html', '/', 'index.html'],
    ['/risks/?own=a#x', 'a/b/index.html', '/', '../../risks/index.html?own=a#x'],
    ['/wiki/a/b/', 'a/index.html', '/wiki/', 'b/index.html'],
    ['/mark.svg', 'index.html', '/', 'mark.svg'],
  ])('%s seen from %s', (address, page, base, expected) => {
    expect(relativeAddress(address, page, base)).toBe(expected);
  });

  it('change in tags and not in text, in other sites or in values that hold a mark', () => {
    const html = `<p title="a > b"><a data-x="1" href="/x/">see href="/x/"</a> <a href="//other/">o</a><meta http-equiv="refresh" content="0;url=/y/">`;
    expect(relativePage(html, 'a/index.html', '/')).toBe(`<p title="a > b"><a data-x="1" href="../x/index.html">see href="/x/"</a> <a href="//other/">o</a><meta http-equiv="refresh" content="0;url=../y/index.html">`);
  });

  it('change in sheets', () => {
    expect(relativeSheet('a{src:url(/_astro/f.woff2)}', '_astro/s.css', '/')).toBe('a{src:url(f.woff2)}');
  });
});

describe('scripts', () => {
  it('run in order, after what they need, as plain scripts', () => {
    expect(plainScripts('<script type="module" src="a.js"></script><p><script type="module" src="b.js" crossorigin></script>', ['m.js'])).toBe('<script defer src="m.js"></script><script defer src="a.js"></script><p><script defer src="b.js"></script>');
  });

  it('share what they import and load the rest when asked, without a module system', async () => {
    const all: Record<string, (...parts: unknown[]) => void> = {};
    const sources = { 'a.js': `import{n}from"./c.js";n.push("a");export const later=()=>import("./b.js")`, 'b.js': `import{n}from"./c.js";n.push("b");export default 7`, 'c.js': `export const n=[]` };
    for (const [name, source] of Object.entries(sources)) (compileFunction(await moduleAsFunction(name, source), ['siteModules']) as (modules: unknown) => void)({ all });
    const made: Record<string, { exports: unknown }> = {};
    const run = (name: string): unknown => {
      const file = name.slice(name.lastIndexOf('/') + 1);
      if (!made[file]) {
        made[file] = { exports: {} };
        all[file]?.(run, made[file].exports, made[file]);
      }
      return made[file].exports;
    };
    const { later } = run('a.js') as { later: () => Promise<{ default: number }> };
    expect((await later()).default).toBe(7);
    expect((run('c.js') as { n: string[] }).n).toEqual(['a', 'b']);
  });

  it('stay under a policy that takes nothing inline', () => {
    expect(filePolicy("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; base-uri 'none'")).toBe("default-src 'none'; script-src 'self' file:; base-uri 'none'");
  });
});

describe('words', () => {
  it('fold case, accents and joined letters', () => {
    expect(wordsOf('Réseau, CŒUR d’été R-T01')).toEqual(['reseau', 'coeur', 'd', 'ete', 'r', 't01']);
  });

  it.each([
    ['restaurations', 'restaurer'],
    ['sauvegardes', 'sauvegarder'],
    ['basculement', 'bascule'],
    ['journaux', 'journal'],
    ['indisponibles', 'indisponible'],
    ['indisponibilite', 'indisponible'],
    ['redemarrages', 'redemarrage'],
  ])('%s and %s are one', (one, other) => {
    expect(stem(one)).toBe(stem(other));
  });

  it.each([['t01', 't01'], ['redis', 'redi'], ['rto', 'rto'], ['serveur', 'serveur']])('%s gives %s', (word, expected) => {
    expect(stem(word)).toBe(expected);
  });

  it('keep apart what differs', () => {
    expect(stem('restaurer')).not.toBe(stem('rester'));
    expect(stem('reseau')).not.toBe(stem('reserve'));
  });
});

describe('the archive', () => {
  it('is the same bytes whatever the order and the day', () => {
    const a = new Map([['b.txt', new Uint8Array([1])], ['a/x.woff2', new Uint8Array([2])]]);
    expect(Buffer.from(zip(a, 'wiki')).equals(Buffer.from(zip(new Map([...a].reverse()), 'wiki')))).toBe(true);
  });
});
