import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compilePdf, type CompileInput } from '../../../plugins/pdf/compile.ts';
import { missingGlyphs, PDF_STACKS } from '../../../plugins/pdf/fonts.ts';
import { withOwnFonts } from '../../../plugins/pdf/svg-fonts.ts';
import { withoutMarkers } from '../../../plugins/pdf/svg-markers.ts';
import { sampleFiles, set } from './sample.ts';

const SLOW = { timeout: 60_000 };
const ENGINES = ['native', 'wasm'] as const;

/** npm has the addon's binary for some machines only. */
const native = !('errors' in (await compilePdf({ main: '/a.typ', files: new Map([['/a.typ', 'a']]), engine: 'native' })));
const errors = async (text: string, engine: CompileInput['engine'], main = '/main.typ'): Promise<unknown> => {
  const result = await compilePdf({ main, files: new Map([['/main.typ', text]]), engine });
  return 'errors' in result ? result.errors : 'set';
};

describe('both engines', SLOW, () => {
  it.skipIf(!native)('set the same bytes, pictures and rare signs included', async () => {
    const [one, other] = [await set(sampleFiles(), { engine: 'native' }), await set(sampleFiles(), { engine: 'wasm' })];
    expect(one.length).toBeGreaterThan(10_000);
    expect(Buffer.from(one).equals(other)).toBe(true);
  });

  it.skipIf(!native)('take no font of the machine, whatever a picture names', async () => {
    const picture = (text: string): Map<string, string> => sampleFiles().set('/picture.svg', `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><style>text{font-family:"DejaVu Serif"}</style>${text}</svg>`);
    for (const text of ['<text font-family="Liberation Serif, serif">a → ✔ ∀</text>', `<text style="fill:red;font:bold 9px 'DejaVu Sans'">Gras ☐ 漢</text>`, '<text font-weight="700">Gras → ⚠ &#x6F22;</text>']) {
      const [one, other] = [await set(picture(text), { engine: 'native' }), await set(picture(text), { engine: 'wasm' })];
      expect(Buffer.from(one).equals(other), text).toBe(true);
    }
  });

  it('embed every font, a subset of it', async () => {
    const text = Buffer.from(await set()).toString('latin1');
    const fonts = new Set([...text.matchAll(/\/BaseFont \/(\S+)/g)].map(([, name = '']) => name));
    expect([...fonts].map((name) => name.replace(/^[A-Z]{6}\+/, '')).sort()).toEqual(['AtkinsonHyperlegibleMono-Regular', 'AtkinsonHyperlegibleNext-Bold', 'AtkinsonHyperlegibleNext-Italic', 'AtkinsonHyperlegibleNext-Regular', 'NotoEmoji-Regular', 'NotoSansSymbols2-Regular', 'PlainSigns']);
    expect([...fonts].every((name) => /^[A-Z]{6}\+/.test(name))).toBe(true);
    expect(text.match(/\/FontFile2/g)?.length).toBe(fonts.size);
  });
});

describe.skipIf(!native)('the native engine as a gate', SLOW, () => {
  it.each(['ua-1', 'a-3a'] as const)('lets the document through %s', async (standard) => {
    expect((await set(sampleFiles(), { standard })).length).toBeGreaterThan(10_000);
  });

  it('refuses a sign that no font draws, in plain words', async () => {
    const result = await compilePdf({ main: '/main.typ', files: sampleFiles('漢'), standard: 'ua-1' });
    expect(result).toEqual({ errors: [{ message: 'PDF/UA-1 error: the text `"漢"` could not be displayed with font `"Atkinson Hyperlegible Next"`', hints: ['try using a different font'] }] });
  });

  it('refuses a picture that is not described', async () => {
    const result = await compilePdf({ main: '/main.typ', files: sampleFiles().set('/main.typ', '#set document(title: "t")\n#image("/picture.svg")'), standard: 'ua-1' });
    expect(JSON.stringify(result)).toContain('missing alt text');
  });
});

describe.each(ENGINES)('the %s engine', SLOW, (engine) => {
  const here = engine === 'wasm' || native;

  it.skipIf(!here)('says what is wrong and in which file', async () => {
    expect(await errors('= A\n#bar()', engine)).toEqual([{ message: 'unknown variable: bar', hints: [], path: '/main.typ' }]);
    expect(await errors('#let x = \n', engine)).toEqual([{ message: 'expected expression', hints: [], path: '/main.typ' }]);
  });

  it.skipIf(!here)('reads no file but those it is given', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'vigie-typst-'));
    writeFileSync(join(folder, 'secret.txt'), 'secret');
    for (const path of [`${folder}/secret.txt`, '/etc/hostname', '/package.json', '../package.json', `/../../../..${folder}/secret.txt`]) {
      expect(JSON.stringify(await errors(`#read("${path}")`, engine)), path).toMatch(/file not found|access denied/);
    }
    rmSync(folder, { recursive: true });
  });

  it.skipIf(!here)('fetches no package', async () => {
    expect(await errors('#import "@preview/cetz:0.3.0": *', engine)).toEqual([{ message: 'the package @preview/cetz:0.3.0 is not available', hints: ['Write what it does in a template.'], path: '/main.typ' }]);
  });

  it.skipIf(!here)('comes to an end on signs that lead a font search in circles', async () => {
    const files = sampleFiles().set('/picture.svg', '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text>a\u20e3 a\u20e2 a\u{1f3fb} a\u200d\u{1f692} &#x20e3;</text></svg>');
    expect((await set(files, { engine })).length).toBeGreaterThan(10_000);
  });
});

describe('what stands in the way', () => {
  it('is said before an engine starts', async () => {
    expect(await errors('a', 'wasm', '/other.typ')).toEqual([{ message: 'the document to set, /other.typ, is not among the files', hints: [], path: '/other.typ' }]);
    expect(await compilePdf({ main: '/a.typ', files: new Map([['/a.typ', '']]), engine: 'wasm', standard: 'ua-1' })).toEqual({ errors: [{ message: 'the WASM engine cannot hold a document to ua-1', hints: ['Leave the standard out, or use the native engine.'] }] });
    expect(await compilePdf({ main: '/a.typ', files: new Map([['/a.typ', ''], ['/../b', '']]) })).toEqual({ errors: [{ message: '/../b is no absolute path', hints: ['Start it with / and leave .. out.'], path: '/../b' }] });
  });
});

describe('missing glyphs', () => {
  it('are named once, in the order of the text', () => {
    expect(missingGlyphs('été 漢 ع 漢 ✅ → ┌─┐ \u202f \u00ad 👩‍🚒 🇫🇷 ⚠️ e\u0301')).toEqual(['漢', 'ع']);
  });

  it('are none in what French pages, code and operations are written with', () => {
    expect(missingGlyphs('àâçéèêëîïôùûüÿœæ ÀÂÇÉÈÊËÎÏÔÙÛÜŸŒÆ «»“”‘’…–—-‐‑ €°²³×÷±≤≥≠≈∞ ←↑→↓↔⇒⇔ ✓✔✗✘☐☑☒ ●■▲▼★ ─│┌┐└┘├┤┬┴┼═║╔╗╚╝ ▁▂▃▄▅▆▇█ 🟢🟡🟠🔴 ⚠️✅❌🚨')).toEqual([]);
  });

  it('are judged by the fonts that a document may name', () => {
    expect(new Set(Object.values(PDF_STACKS).flat())).toEqual(new Set(['Atkinson Hyperlegible Next', 'Atkinson Hyperlegible Mono', 'Plain Signs', 'Symbols', 'Noto Emoji']));
  });
});

describe('words of a picture', () => {
  it('are read once, however the picture is written', SLOW, () => {
    for (const part of ['<title>', '<style>', '<path ', '<marker>', '<path marker-end="url(#a)" d="', "<path '", '<text font-family="', '<svg ', '<!--', ' style="font-family:', '<marker id="a"', 'font:bold ']) {
      // Read again from each part, this takes many minutes.
      const long = `<svg><marker id="a"></marker>${part.repeat(200_000)}`;
      expect(withoutMarkers(withOwnFonts(long)).startsWith('<svg font-family="Atkinson Hyperlegible Next">'), part).toBe(true);
    }
  });

  it('lose the families they name and the signs that no font draws, and nothing else', () => {
    expect(withOwnFonts(`<svg><title>漢</title><style>.a{font-family:"X Y", serif;fill:red}</style><text class="a" font-family='Z' style="font-family:Arial;fill:blue" y="1">é 漢 &amp; &#8594;</text></svg>`)).toBe(
      `<svg font-family="Atkinson Hyperlegible Next"><title>漢</title><style>.a{;fill:red}</style><text class="a" style=";fill:blue" y="1">é ? &amp; →</text></svg>`,
    );
  });
});
