/**
 * What a reader sees of inline Markdown: no emphasis, no code marks, the words of links. `<br>` is a line end.
 * Emphasis is sought over 300 characters at most: a line of thousands of stars would take minutes.
 */
export function plain(source: string): string {
  return source
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/!?\[([^\]]*)\]\([^()\s]*(?:\([^()]*\)[^()\s]*)*\)/g, '$1')
    .replace(/(\*\*|__)(?=\S)(.{1,300}?)(?<=\S)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}*])\*(?=[^\s*])([^*\n]{1,300}?)(?<=\S)\*(?![\p{L}\p{N}*])/gu, '$1')
    .replace(/(?<![\p{L}\p{N}_])_(?=[^\s_])([^_\n]{1,300}?)(?<=\S)_(?![\p{L}\p{N}_])/gu, '$1')
    .replace(/(`{1,3})([^`\n]{1,300})\1/g, '$2')
    .replace(/~~([^~\n]{1,300})~~/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+\-.!|~<>])/g, '$1')
    .replace(/\*\*/g, '')
    .replace(/[ \u00A0\u202F\t]+/g, ' ')
    .trim();
}

/** Pictures that decorate headings and cells. They carry a meaning only where a scale says so (`words/scale.ts`). */
const PICTURES = /[\p{Extended_Pictographic}\u{1F1E6}-\u{1F1FF}\u{1F3FB}-\u{1F3FF}\uFE0F\u200D\u20E3]/gu;

export const withoutPictures = (text: string): string => text.replace(PICTURES, '').replace(/ {2,}/g, ' ').trim();

/** A word as it is compared: small letters, no accent, no punctuation around, one space. */
export function key(text: string): string {
  return withoutPictures(plain(text))
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’']/g, ' ')
    .replace(/œ/g, 'oe')
    .replace(/ß/g, 'ss')
    .replace(/[^\p{L}\p{N}#%°×*/+<>≥≤=&.-]+/gu, ' ')
    .replace(/^[\s.\-:*]+|[\s.\-:*]+$/g, '')
    .trim();
}

/** A text as part of a file name or an id: `Connexion PostgreSQL impossible` → `connexion-postgresql-impossible`. */
export function slug(text: string, most = 48): string {
  const whole = key(text).replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '');
  if (whole.length <= most) return whole;
  const cut = whole.slice(0, most + 1);
  return (cut.includes('-') ? cut.slice(0, cut.lastIndexOf('-')) : cut.slice(0, most)).replace(/-+$/, '');
}
