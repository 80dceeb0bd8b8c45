/** Forges refuse a comment above 65 536 characters. */
export const LONGEST = 60_000;

/** Text that means nothing to Markdown: no table cell ends, no tag opens, nobody is called by `@`, no link is made. */
export function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]|~$]/g, '\\$&')
    // What would begin a list, a heading or a quote.
    .replace(/^(\d*)([-+#=.)])/, '$1\\$2')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/(^|[^\w])@(?=\w)/g, '$1@\u200B')
    .replace(/:\/\//g, ':\u200B//');
}

/** Code in one line, whatever it holds. */
export function code(text: string): string {
  const one = text.replace(/\s+/g, ' ');
  const fence = '`'.repeat(Math.max(0, ...[...one.matchAll(/`+/g)].map(([run]) => run.length)) + 1);
  return `${fence}${/^`|`$|^ .* $/.test(one) ? ` ${one} ` : one}${fence}`;
}

/** Out of sight until it is asked for. The title is HTML. */
export const folded = (title: string, body: string): string => `<details>\n<summary>${title}</summary>\n\n${body}\n\n</details>`;
