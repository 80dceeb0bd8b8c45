/** Upper halves of the single-byte encodings through which UTF-8 is most often decoded by mistake. */
const CHARSETS = { 'Windows-1252': 'windows-1252', 'Mac Roman': 'macintosh' } as const;

type Encoder = ReadonlyMap<string, number>;

function encoderOf(label: string): Encoder {
  const decoder = new TextDecoder(label);
  const map = new Map<string, number>();
  for (let byte = 0x80; byte < 0x100; byte += 1) map.set(decoder.decode(Uint8Array.of(byte)), byte);
  return map;
}

const encoders = Object.entries(CHARSETS).map(([name, label]) => ({ name, encoder: encoderOf(label) }));
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Signs that begin such runs: the first byte of a two-, three- or four-byte sequence, seen through either charset. */
export const SUSPECT = /[ÂÃâð√‚]/u;

function restore(run: string, encoder: Encoder): string | undefined {
  const bytes: number[] = [];
  for (const sign of run) {
    const byte = encoder.get(sign);
    if (byte === undefined) return undefined;
    bytes.push(byte);
  }
  try {
    return utf8.decode(Uint8Array.from(bytes));
  } catch {
    return undefined;
  }
}

/** What Western documents hold beyond ASCII: accented Latin, punctuation, signs, emoji. `’é` and `«é` are valid UTF-8 too, for an Armenian and a rare Latin letter: that is chance. */
const PLAUSIBLE = /^[\u0020-\u007E\u00A0-\u017F\u2000-\u2BFF\uFE0F\u{1F000}-\u{1FAFF}]+$/u;

/** A run put right through one charset; twice where it was decoded wrongly twice. */
function restoreThrough(run: string, encoder: Encoder): string | undefined {
  const text = restore(run, encoder);
  return text !== undefined && text.length < run.length && PLAUSIBLE.test(text) ? (restoreThrough(text, encoder) ?? text) : undefined;
}

/** The same, sign by telltale sign where the whole is none: `’Ã©` is an apostrophe that an editor put right, and an é that nobody did. */
function restoreRun(run: string, encoder: Encoder): string | undefined {
  const whole = restoreThrough(run, encoder);
  if (whole !== undefined) return whole;
  const parts = run.split(BEFORE_SUSPECT);
  const restored = parts.map((part) => restoreThrough(part, encoder) ?? part);
  return restored.some((part, index) => part !== parts[index]) ? restored.join('') : undefined;
}

const BEFORE_SUSPECT = new RegExp(`(?=${SUSPECT.source})`, 'u');

const RUN = /[\u0080-\uFFFF]{2,}/gu;

/** A run that ends in the first byte of a no-break space or an « à », whose second byte editors turn into a plain space. */
const LOOSE_RUN = /[\u0080-\uFFFF]*[ÂÃ] |[\u0080-\uFFFF]{2,}/gu;

/**
 * A line with its wrongly decoded runs put right, or undefined for honest text. One run that begins with a telltale sign
 * proves the charset; the line's other runs went through the same one.
 */
export function restoreLine(line: string): { text: string; charset: string; column: number } | undefined {
  for (const match of line.matchAll(RUN)) {
    const run = match[0].replace(/[ÂÃ]$/u, '');
    const through = SUSPECT.test(run) ? encoders.find(({ encoder }) => restoreRun(run, encoder) !== undefined) : undefined;
    if (!through) continue;
    const text = line.replace(LOOSE_RUN, (part) => restoreRun(part.replace(/ $/, '\u00A0'), through.encoder) ?? part);
    let at = 0;
    while (line[at] === text[at]) at += 1;
    return { text, charset: through.name, column: at + 1 };
  }
  return undefined;
}
