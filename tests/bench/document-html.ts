import type { Block, Blocks, Chapter, SnapshotDocument, Span, Spans } from '../../src/snapshot/document/block.ts';

/** The snapshot's document as the plainest HTML that says the same, for a browser to print. No style but what a table needs to be read. */
const STYLE = 'body{font:10pt/1.4 sans-serif}table{border-collapse:collapse;width:100%;font-size:8.5pt}td,th{border:1px solid #999;padding:2pt 4pt;text-align:left;vertical-align:top}thead{display:table-header-group}tr{break-inside:avoid}pre{white-space:pre-wrap;background:#f4f4f4;padding:4pt}h1{break-before:page}@page{size:A4;margin:18mm}';

const escape = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

function span(value: Span | { readonly k: 'cut'; readonly v: readonly string[] }): string {
  if (typeof value === 'string') return escape(value);
  switch (value.k) {
    case 'cut':
      return escape(value.v.join(''));
    case 'mono':
    case 'id':
      return `<code>${escape(value.v)}</code>`;
    case 'br':
      return '<br>';
    case 'tick':
      return '☐ ';
    case 'level':
      return `<b>${escape([value.value, value.word].filter(Boolean).join(' '))}</b>`;
    case 'page':
      return '0';
    case 'ref':
      return `<a href="#${encodeURIComponent(value.to)}">${spans(value.c)}</a>`;
    case 'url':
      return `<a href="${escape(value.to)}">${spans(value.c)}</a>`;
    case 'b':
    case 'i':
    case 's':
    case 'small':
      return `<${value.k}>${spans(value.c)}</${value.k}>`;
    default:
      return spans(value.c);
  }
}
const spans = (list: Spans): string => list.map(span).join('');
const row = (cells: readonly Spans[], tag: 'td' | 'th', id?: string): string => `<tr${id === undefined ? '' : ` id="${encodeURIComponent(id)}"`}>${cells.map((cell) => `<${tag}>${spans(cell)}</${tag}>`).join('')}</tr>`;

function block(value: Block): string {
  switch (value.k) {
    case 'h':
      return `<h${value.level}${value.id === undefined ? '' : ` id="${encodeURIComponent(value.id)}"`}>${spans(value.c)}</h${value.level}>`;
    case 'p':
    case 'lead':
      return `<p>${spans(value.c)}</p>`;
    case 'list':
      return `<ul>${value.items.map(({ b, done }) => `<li>${done === undefined ? '' : done ? '☑ ' : '☐ '}${blocks(b)}</li>`).join('')}</ul>`;
    case 'steps':
      return `<ul>${value.items.map(({ c, time, b }) => `<li>☐ ${spans(c)} ${escape(time ?? '')}${blocks(b)}</li>`).join('')}</ul>`;
    case 'table':
      return `<table><thead>${row(value.head, 'th')}</thead><tbody>${value.rows.map(({ cells, id }) => row(cells, 'td', id)).join('')}</tbody></table>`;
    case 'code':
      return `<pre>${escape(value.v)}</pre>`;
    case 'facts':
      return `<table>${value.items.map(({ term, c }) => row([[term], c], 'td')).join('')}</table>`;
    case 'heat':
      return `<table>${value.rows.map(({ value: name, label, cells }) => row([[`${name} ${label}`], ...cells.map((cell): Spans => [[cell.value, ...cell.ids.map(({ id }) => id)].join(' ')])], 'td')).join('')}${row([[''], ...value.cols.map(({ value: name, label }): Spans => [`${name} ${label}`])], 'td')}</table>`;
    case 'budget':
    case 'trend':
    case 'timeline':
    case 'figure':
      return `<p>${escape(value.alt)}</p>`;
    case 'callout':
      return `<blockquote><b>${escape(value.title)}</b>${blocks(value.b)}</blockquote>`;
    case 'beside':
      return blocks([...value.left, ...value.right]);
    case 'rule':
    case 'break':
      return '<hr>';
    default:
      return blocks(value.b);
  }
}
const blocks = (list: Blocks): string => list.map(block).join('\n');

const chapter = ({ opens, title, id, b }: Chapter): string => `${opens ? `<h1 id="${encodeURIComponent(opens.id)}">${escape(opens.title)}</h1>` : ''}<h1 id="${encodeURIComponent(id)}">${escape(title)}</h1>${blocks(b)}`;

export const documentHtml = ({ lang, title, chapters }: SnapshotDocument): string => `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${escape(title)}</title><style>${STYLE}</style></head><body>${chapters.map(chapter).join('\n')}</body></html>`;
