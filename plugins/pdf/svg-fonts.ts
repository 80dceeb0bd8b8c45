import { familyFor, PDF_FONTS } from './fonts.ts';

/** Takes the place of a character that no font draws; it is reported apart. */
const UNKNOWN = '?';

const withoutFamilies = (declarations: string): string =>
  declarations
    .replace(/(^|[;{\s])font-family\s*:(?:"[^"]*"|'[^']*'|[^;}"'])*/gi, '$1')
    // The shorthand names a family too; of the rest, the size and the weight matter.
    .replace(/(^|[;{\s])font\s*:((?:"[^"]*"|'[^']*'|[^;}"'])*)/gi, (_, before: string, value: string) => `${before}${/\bbold\b|\b[6-9]00\b/.test(value) ? 'font-weight:bold;' : ''}font-size:${/[\d.]+(?:px|pt|em|rem|%)/.exec(value)?.[0] ?? '1em'}`);

/** Drawn with the character before it: the engine looks for one font that has both, without end where there is none. */
const MARK = /[\p{Mark}\p{Emoji_Modifier}]/u;
const UNSEEN = /\p{Default_Ignorable_Code_Point}/u;

function drawn(character: string): string {
  const family = familyFor(character);
  if (UNSEEN.test(character) || (MARK.test(character) && family !== PDF_FONTS.text)) return '';
  return family === undefined ? UNKNOWN : character;
}

/** The words without what no font draws. */
const drawnWords = (text: string): string => [...text.normalize('NFC')].map(drawn).join('');

const decoded = (text: string): string =>
  text.replace(/&#(?:x([\da-f]+)|(\d+));/gi, (entity, hex: string | undefined, number: string | undefined) => {
    const code = hex === undefined ? Number(number) : Number.parseInt(hex, 16);
    return code > 0x7e && code <= 0x10ffff ? String.fromCodePoint(code) : entity;
  });

/** A picture whose words are set in the fonts of the document: left to itself, the engine takes those of the machine. */
export function withOwnFonts(svg: string): string {
  return svg
    .replace(/\sfont-family\s*=\s*(?:"[^"]*"|'[^']*')/gi, '')
    .replace(/(\sstyle\s*=\s*)(?:"([^"]*)"|'([^']*)')/gi, (_, start: string, double: string | undefined, single: string | undefined) => (double === undefined ? `${start}'${withoutFamilies(single ?? '')}'` : `${start}"${withoutFamilies(double)}"`))
    .replace(/<(style|title|desc|metadata)\b([^>]*)>([\s\S]*?)<\/\1\s*>|>([^<]+)(?=<)/gi, (whole, tag: string | undefined, attributes: string, inner: string, text: string | undefined) => {
      if (text !== undefined) return text.trim() === '' ? whole : `>${drawnWords(decoded(text))}`;
      return tag?.toLowerCase() === 'style' ? `<${tag}${attributes}>${withoutFamilies(inner)}</${tag}>` : whole;
    })
    .replace(/<svg\b/i, `<svg font-family="${PDF_FONTS.text}"`);
}
