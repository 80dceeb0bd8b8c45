import { styleText } from 'node:util';

/** A unified diff with its lines in colours. */
export const paintDiff = (diff: string): string =>
  diff.replace(/^.*$/gm, (line) => {
    if (line.startsWith('--- ') || line.startsWith('+++ ')) return styleText('bold', line, { validateStream: false });
    const style = line.startsWith('+') ? 'green' : line.startsWith('-') ? 'red' : line.startsWith('@@') ? 'cyan' : undefined;
    return style === undefined ? line : styleText(style, line, { validateStream: false });
  });
