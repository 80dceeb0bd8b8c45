import { readFileSync } from 'node:fs';
import { create, type Font } from 'fontkit';
import { packageFile } from '../mermaid/font.ts';
import { renameFamily } from './rename-family.ts';
import { SIGNS_FAMILY, signsFont } from './signs-font.ts';

/** Families that a document may name, and no other: a font of the machine would change the bytes. */
export const PDF_FONTS = {
  text: 'Atkinson Hyperlegible Next',
  code: 'Atkinson Hyperlegible Mono',
  emoji: 'Noto Emoji',
  /** Noto Sans Symbols 2: where a picture lacks a sign, the engine takes the font with the shortest name. */
  symbols: 'Symbols',
  signs: SIGNS_FAMILY,
} as const;

/** For `set text(font: …, fallback: false)`: what the first family lacks is taken from the next. */
export const PDF_STACKS: Readonly<Record<'text' | 'code', readonly string[]>> = {
  text: [PDF_FONTS.text, PDF_FONTS.signs, PDF_FONTS.symbols, PDF_FONTS.emoji],
  code: [PDF_FONTS.code, PDF_FONTS.signs, PDF_FONTS.text, PDF_FONTS.symbols, PDF_FONTS.emoji],
};

/** The cuts, in the order in which the engine learns them. */
const CUTS = [
  'atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular',
  'atkinson-hyperlegible-next/400Regular_Italic/AtkinsonHyperlegibleNext_400Regular_Italic',
  'atkinson-hyperlegible-next/600SemiBold/AtkinsonHyperlegibleNext_600SemiBold',
  'atkinson-hyperlegible-next/600SemiBold_Italic/AtkinsonHyperlegibleNext_600SemiBold_Italic',
  'atkinson-hyperlegible-next/700Bold/AtkinsonHyperlegibleNext_700Bold',
  'atkinson-hyperlegible-next/700Bold_Italic/AtkinsonHyperlegibleNext_700Bold_Italic',
  'atkinson-hyperlegible-mono/400Regular/AtkinsonHyperlegibleMono_400Regular',
  'atkinson-hyperlegible-mono/600SemiBold/AtkinsonHyperlegibleMono_600SemiBold',
  'noto-emoji/400Regular/NotoEmoji_400Regular',
];

const SYMBOLS = 'noto-sans-symbols-2/400Regular/NotoSansSymbols2_400Regular';

const fontFile = (cut: string): Buffer => readFileSync(packageFile(`@expo-google-fonts/${cut}.ttf`));

let files: readonly Buffer[] | undefined;

/** The fonts themselves. */
export const fontFiles = (): readonly Buffer[] => (files ??= [...CUTS.map(fontFile), renameFamily(fontFile(SYMBOLS), PDF_FONTS.symbols), signsFont()]);

let covered: ReadonlyMap<string, ReadonlySet<number>> | undefined;

/** Characters by family. */
function coverage(): ReadonlyMap<string, ReadonlySet<number>> {
  if (covered) return covered;
  const families = new Map<string, Set<number>>();
  for (const file of fontFiles()) {
    const { familyName, characterSet } = create(file) as Font;
    const family = Object.values(PDF_FONTS).find((name) => familyName === name || familyName.startsWith(`${name} `)) ?? familyName;
    const characters = families.get(family);
    const drawn = new Set(characterSet);
    // Ends the map of every font, and is no character.
    drawn.delete(0xffff);
    // A character that one cut lacks is missing where that cut is used.
    families.set(family, characters ? characters.intersection(drawn) : drawn);
  }
  return (covered = families);
}

/** Drawn by no font: they steer the ones beside them, or only take room. */
const UNDRAWN = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Zs}\p{Zl}\p{Zp}]/u;

/** The first family of a text that draws a character; undefined where none does. What is not drawn at all needs no other family than the first. */
export function familyFor(character: string): string | undefined {
  const code = character.codePointAt(0) ?? 0;
  return UNDRAWN.test(character) ? PDF_FONTS.text : PDF_STACKS.text.find((family) => coverage().get(family)?.has(code));
}

/** Characters of a text that none of the fonts can draw, each once, in the order of the text. */
export function missingGlyphs(text: string): string[] {
  const missing = new Set<string>();
  // A letter and its accent may be two characters in the text and one in the font.
  for (const character of text.normalize('NFC')) if (character > '~' && familyFor(character) === undefined) missing.add(character);
  return [...missing];
}
