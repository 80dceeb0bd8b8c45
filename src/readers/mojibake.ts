import type { ReadingProblem } from '../model/problem.ts';

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
const SUSPECT = /[ÂÃâð√‚Ä]/u;

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

/** What Western documents hold beyond ASCII: accented Latin, punctuation, signs, emoji. `’é` is valid UTF-8 too, for an Armenian letter: that is chance. */
const PLAUSIBLE = /^[\u0020-\u007E\u00A0-\u024F\u2000-\u2BFF\uFE0F\u{1F000}-\u{1FAFF}]+$/u;

/** The text that a wrongly decoded run should be, and the charset it went through; undefined for honest text. */
export function restoreRun(run: string): { text: string; charset: string } | undefined {
  for (const { name, encoder } of encoders) {
    const text = restore(run, encoder);
    if (text !== undefined && text.length < run.length && PLAUSIBLE.test(text)) return { text, charset: name };
  }
  return undefined;
}

const RUN = /[\u0080-\uFFFF]{2,}/gu;

/** Finds text that was UTF-8 and was decoded as something else (`Ã©` for `é`, `√©` for `é`), one problem a line. */
export function mojibake(text: string, file: string): ReadingProblem[] {
  if (!SUSPECT.test(text)) return [];
  const problems: ReadingProblem[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (!SUSPECT.test(line)) continue;
    let charset: string | undefined;
    let column = 0;
    const restored = line.replace(RUN, (run: string, offset: number) => {
      const found = restoreRun(run);
      if (!found) return run;
      if (charset === undefined) column = offset + 1;
      charset ??= found.charset;
      return found.text;
    });
    if (charset === undefined) continue;
    problems.push({
      rule: 'content/encoding',
      what: `this line was UTF-8 and was decoded as ${charset}; it should read “${restored.trim().slice(0, 100)}”`,
      place: { file, line: index + 1, column },
      fix: 'Restore the text as shown.',
    });
  }
  return problems;
}
