import { restoreLine, SUSPECT } from '../model/mojibake.ts';

/** A source's bytes as text, and how they were read. */
export interface DecodedSource {
  readonly text: string;
  readonly encoding: 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'Windows-1252' | 'Mac Roman';
  /** Charset through which the text had been decoded wrongly before, where it had. */
  readonly restoredFrom?: string | undefined;
  readonly restoredLines: number;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** UTF-16 without a mark: nearly every second byte of a Western text is zero. */
function utf16WithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const sample = bytes.subarray(0, 2000);
  if (sample.length < 4) return undefined;
  const zeros = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const half = sample.length / 2;
  const [even = 0, odd = 0] = zeros;
  if (odd > half * 0.7 && even < half * 0.1) return 'utf-16le';
  return even > half * 0.7 && odd < half * 0.1 ? 'utf-16be' : undefined;
}

/** Signs that a Western text uses; what a wrong charset makes of accents (`Ž`, `�`, `‡`) is rare in words. */
const LETTERS = /\p{Ll}[àâäçéèêëîïôöùûüœæñáíóúßãõ]|[àâäçéèêëîïôöùûüœæñáíóúßãõÀÉÈÊÇÂÎÔÖÜÄ]\p{Ll}/gu;

/** Windows-1252 or Mac Roman, by which of the two makes words. */
function singleByte(bytes: Uint8Array): { text: string; encoding: 'Windows-1252' | 'Mac Roman' } {
  const windows = new TextDecoder('windows-1252').decode(bytes);
  const mac = new TextDecoder('macintosh').decode(bytes);
  const words = (text: string): number => text.match(LETTERS)?.length ?? 0;
  return words(mac) > words(windows) ? { text: mac, encoding: 'Mac Roman' } : { text: windows, encoding: 'Windows-1252' };
}

function read(bytes: Uint8Array): { text: string; encoding: DecodedSource['encoding'] } {
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
  const wide = marked ?? utf16WithoutMark(bytes);
  if (wide) return { text: new TextDecoder(wide).decode(bytes), encoding: wide === 'utf-16le' ? 'UTF-16LE' : 'UTF-16BE' };
  try {
    return { text: utf8.decode(bytes), encoding: 'UTF-8' };
  } catch {
    return singleByte(bytes);
  }
}

const macByte = new Map(Array.from({ length: 0x80 }, (_, index) => [new TextDecoder('macintosh').decode(Uint8Array.of(index + 0x80)), index + 0x80]));

/** An emoji whose first byte, a private sign in Mac Roman, an editor dropped: the three that are left say which it was. */
const withEmoji = (line: string): string =>
  line.replace(/ü[\u0080-\uFFFF]{2}/gu, (run) => {
    const bytes = [...run].map((sign) => macByte.get(sign));
    try {
      const text = bytes.includes(undefined) ? run : utf8.decode(Uint8Array.from([0xf0, ...(bytes as number[])]));
      return /^\p{Extended_Pictographic}$/u.test(text) ? text : run;
    } catch {
      return run;
    }
  });

/** Bytes to text with `\n` for every line end, and text that was decoded wrongly once put right. Undefined for what is no text. */
export function decodeSource(bytes: Uint8Array): DecodedSource | undefined {
  const { text: raw, encoding } = read(bytes);
   
  const controls = raw.slice(0, 20_000).match(/[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/g)?.length ?? 0;
  if (raw.includes('\0') || controls > 5) return undefined;
  const lines = raw.replace(/^\uFEFF/, '').replace(/\r\n?|\u2028|\u0085/g, '\n').replace(/\f/g, '\n').split('\n');
  let restoredLines = 0;
  let restoredFrom: string | undefined;
  const text = lines.map((line) => {
    const right = SUSPECT.test(line) ? restoreLine(line) : undefined;
    if (!right) return line;
    restoredLines += 1;
    restoredFrom ??= right.charset;
    return right.text;
  });
  const whole = restoredFrom === 'Mac Roman' ? text.map(withEmoji) : text;
  return { text: whole.join('\n'), encoding, restoredFrom, restoredLines };
}
