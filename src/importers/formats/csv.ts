/** One record of a delimited file, with the lines it stands on. */
export interface CsvRow {
  readonly cells: readonly string[];
  readonly line: number;
  readonly end: number;
}

const DELIMITERS = [';', ',', '\t', '|'] as const;

/** The sign that parts most first lines into the same number of cells; what stands between quotes does not count. */
export function delimiterOf(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '').slice(0, 12).map((line) => line.replace(/"(?:[^"]|"")*"/g, ''));
  const scores = DELIMITERS.map((sign) => {
    const counts = lines.map((line) => line.split(sign).length - 1);
    const usual = [...counts].sort((a, b) => counts.filter((each) => each === b).length - counts.filter((each) => each === a).length || b - a)[0] ?? 0;
    return { sign, score: usual === 0 ? 0 : counts.filter((each) => each === usual).length * 10 + Math.min(usual, 9) };
  });
  return scores.sort((a, b) => b.score - a.score)[0]?.sign ?? ',';
}

/** Reads comma-, semicolon- or tab-separated text (RFC 4180, with the liberties that spreadsheets take). */
export function csvRows(text: string, delimiter: string): CsvRow[] {
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  let line = 1;
  let start = 1;
  const endCell = (): void => {
    cells.push(cell);
    cell = '';
  };
  const endRow = (): void => {
    endCell();
    rows.push({ cells, line: start, end: line });
    cells = [];
  };
  for (let index = 0; index < text.length; index += 1) {
    const sign = text[index] ?? '';
    if (quoted) {
      if (sign === '"' && text[index + 1] === '"') {
        cell += '"';
        index += 1;
      } else if (sign === '"') quoted = false;
      else cell += sign;
    } else if (sign === '"' && cell.trim() === '') {
      quoted = true;
      cell = '';
    } else if (sign === delimiter) endCell();
    else if (sign === '\n') {
      endRow();
      start = line + 1;
    } else cell += sign;
    if (sign === '\n') line += 1;
  }
  if (cell !== '' || cells.length > 0) endRow();
  return rows;
}
