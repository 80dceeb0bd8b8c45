import { readFileSync } from 'node:fs';
import { create, type Font } from 'fontkit';
import { packageFile } from '../mermaid/font.ts';

/** Families that a document may name, and no other: a font of the machine would change the bytes. */
export const PDF_FONTS = {
  text: 'Atkinson Hyperlegible Next',
  code: 'Atkinson Hyperlegible Mono',
  emoji: 'Noto Emoji',
  symbols: 'Noto Sans Symbols 2',
} as const;

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
  'noto-sans-symbols-2/400Regular/NotoSansSymbols2_400Regular',
];

let files: readonly Buffer[] | undefined;

/** The fonts themselves. */
export const fontFiles = (): readonly Buffer[] => (files ??= CUTS.map((cut) => readFileSync(packageFile(`@expo-google-fonts/${cut}.ttf`))));

let known: ReadonlySet<number> | undefined;

const knownCharacters = (): ReadonlySet<number> => (known ??= new Set(fontFiles().flatMap((file) => (create(file) as Font).characterSet)));

/** Drawn by no font: they steer the ones beside them, or only take room. */
const UNDRAWN = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Zs}\p{Zl}\p{Zp}]/u;

/** Characters of a text that none of the fonts can draw, each once, in the order of the text. */
export function missingGlyphs(text: string): string[] {
  const missing = new Set<string>();
  // A letter and its accent may be two characters in the text and one in the font.
  for (const character of text.normalize('NFC')) {
    if (!UNDRAWN.test(character) && !knownCharacters().has(character.codePointAt(0) ?? 0)) missing.add(character);
  }
  return [...missing];
}
