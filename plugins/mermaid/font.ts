import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Font } from 'fontkit';
import { showAngles } from './angles.ts';

/** Text is measured with the font that pages are set in. */
const FILE = '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2';
const BOLD = 700;
/** Width of a character that the font lacks, in em: another font shows it, and that one is wider as a rule. */
const UNKNOWN = 0.65;
const WIDE = /[\p{Extended_Pictographic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** A file of a package, looked up from here; where this code was bundled away from its packages, from where the build runs. */
export function packageFile(name: string): string {
  try {
    return createRequire(import.meta.url).resolve(name);
  } catch {
    return createRequire(join(process.cwd(), 'package.json')).resolve(name);
  }
}

let file: Buffer | undefined;
const bytes = (): Buffer => (file ??= readFileSync(packageFile(FILE)));

/** Names the font in cache keys. */
export const fontHash = (): string => createHash('sha256').update(bytes()).digest('hex');

export interface TextMeasure {
  /** Advance of a run of text, kerned, in em. */
  readonly width: (text: string, bold: boolean) => number;
  /** Above and below the baseline, in em. */
  readonly ascent: number;
  readonly descent: number;
}

interface Inner {
  variationCoords: number[];
  _transformedGlyphs: unknown[];
  getGlyph: (id: number, codePoints?: number[]) => object;
}

/**
 * The font at another weight. fontkit's own getVariation() reads a WOFF2 as if it were not packed, so the axis is set before the first
 * glyph is read, and outlines, which only drawing needs, are never unpacked: advances come from hmtx and HVAR.
 */
function atWeight(font: Font, weight: number): Font {
  const inner = font as unknown as Inner;
  const getGlyph = inner.getGlyph.bind(font);
  inner.variationCoords = [weight];
  inner._transformedGlyphs = [];
  inner.getGlyph = (id, codePoints) => Object.assign(getGlyph(id, codePoints), { _getCBox: () => ({ minX: 0, minY: 0, maxX: 0, maxY: 0 }) });
  return font;
}

export async function openFont(): Promise<TextMeasure> {
  const { create } = await import('fontkit');
  const regular = create(bytes()) as Font;
  const heavy = atWeight(create(bytes()) as Font, BOLD);
  const known = new Map<string, number>();

  const runWidth = (font: Font, run: string): number => font.layout(run).advanceWidth / font.unitsPerEm;
  const measure = (font: Font, text: string): number => {
    let width = 0;
    let run = '';
    for (const character of text) {
      if (font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)) {
        run += character;
        continue;
      }
      if (run !== '') width += runWidth(font, run);
      run = '';
      width += WIDE.test(character) ? 1.2 : /\p{Mark}|\p{Cf}/u.test(character) ? 0 : UNKNOWN;
    }
    return run === '' ? width : width + runWidth(font, run);
  };

  return {
    ascent: regular.ascent / regular.unitsPerEm,
    descent: -regular.descent / regular.unitsPerEm,
    width: (text, bold) => {
      const key = `${bold ? 'b' : 'r'}${text}`;
      let width = known.get(key);
      if (width === undefined) known.set(key, (width = measure(bold ? heavy : regular, showAngles(text))));
      return width;
    },
  };
}
