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

/** Elements whose text is not set as words. */
const UNSET = /^<(style|title|desc|metadata)\b/i;

const withoutFamily = (tag: string): string =>
  tag
    .replace(/\sfont-family\s*=\s*(?:"[^"]*"|'[^']*')/gi, '')
    .replace(/(\sstyle\s*=\s*)(?:"([^"]*)"|'([^']*)')/gi, (_, start: string, double: string | undefined, single: string | undefined) => (double === undefined ? `${start}'${withoutFamilies(single ?? '')}'` : `${start}"${withoutFamilies(double)}"`));

/**
 * A picture whose words are set in the fonts of the document: left to itself, the engine takes those of the machine. Read tag by tag, once: a
 * picture is a stranger's, and may be written to keep a pattern searching.
 */
export function withOwnFonts(svg: string): string {
  let unset: string | undefined;
  let root = true;
  return svg.replace(/<[^<>]*>?|[^<]+/g, (part) => {
    if (!part.startsWith('<')) {
      if (unset === 'style') return withoutFamilies(part);
      return unset !== undefined || part.trim() === '' ? part : drawnWords(decoded(part));
    }
    if (unset !== undefined) {
      if (part.toLowerCase().startsWith(`</${unset}`)) unset = undefined;
      return part;
    }
    unset = part.endsWith('/>') ? undefined : UNSET.exec(part)?.[1]?.toLowerCase();
    const tag = withoutFamily(part);
    if (!root || !/^<svg\b/i.test(tag)) return tag;
    root = false;
    return `<svg font-family="${PDF_FONTS.text}"${tag.slice(4)}`;
  });
}
