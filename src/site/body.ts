import { parse } from 'yaml';
import { renderMarkdown } from '../../plugins/markdown/index.ts';
import { diagramFigure, renderDiagram } from '../../plugins/mermaid/index.ts';
import { linkTarget } from '../model/links.ts';
import type { WikiDocument } from '../model/records.ts';
import type { Wiki } from '../model/wiki.ts';
import { attachmentUrl } from './attachment.ts';
import { href } from './href.ts';
import { translator } from '../words/index.ts';
import { typography } from '../words/typography.ts';
import { documentPath } from './routes.ts';

/** A piece of a body: HTML to write as it is, or a view that its author asked for (```vigie). */
export type BodyPart = { readonly html: string } | { readonly view: Readonly<Record<string, unknown>> };

const MARK = /<!--vigie:(\d+)-->/;

/** Address on the site of a link of a document: another document's page, or a file of content/. */
function resolveLink(wiki: Wiki, document: WikiDocument, url: string): string | undefined {
  const target = linkTarget(wiki, document, url);
  if (target.kind === 'document') return href(`${documentPath(target.document)}${target.anchor === undefined ? '' : `#${target.anchor}`}`);
  return target.kind === 'file' ? href(attachmentUrl(target.file)) : undefined;
}

/** Code scrolls sideways: beside the focus it takes, it needs a name, that of its first line. */
const nameCode = (html: string, label: (start: string) => string): string =>
  html.replace(/<pre tabindex="0">(?=<code[^>]*>([^\n]*?)(?:\n|<\/code>))/g, (_, line: string) => `<pre tabindex="0" role="region" aria-label="${label(line.replace(/<[^>]*>/g, '').trim().slice(0, 60).replace(/&\w*$/, '')).replaceAll('"', '&quot;')}">`);

/** The name and the description that the author of a diagram gave it; what is drawn keeps the room it was measured in. */
const setWords = (figure: string, lang: WikiDocument['lang']): string => figure.replace(/(?<=<(?:title|desc)\b[^>]*>)[^<]+/g, (words) => typography(words, lang));

/** The figures of a document's diagrams, by source: they are drawn before the text is set, which does not wait. Each call of a source is one more copy of it. */
async function drawDiagrams(document: WikiDocument, source: string): Promise<(code: string) => string | undefined> {
  const t = translator(document.lang);
  const fences = /```|~~~/.test(source) ? document.outline.fences.filter(({ lang }) => lang === 'mermaid') : [];
  const drawn = new Map(await Promise.all(fences.map(async ({ value, line }) => [value, { line, result: await renderDiagram(value) }] as const)));
  const copies = new Map<string, number>();
  return (code) => {
    const found = drawn.get(code) ?? drawn.get(code.trimEnd());
    if (!found) return undefined;
    const copy = copies.get(code) ?? 0;
    copies.set(code, copy + 1);
    const heading = document.outline.headings.findLast(({ line }) => line < found.line)?.text ?? document.title;
    return setWords(diagramFigure(code, found.result, { caption: t('body.diagram', { heading }), notice: ({ line, message }) => t('body.diagram.error', { line: found.line + line, message: message[document.lang] }), copy }), document.lang);
  };
}

/** What a fence asks for; one that is no YAML stays the code it is. */
function requestIn(code: string): Record<string, unknown> | undefined {
  try {
    const request: unknown = parse(code);
    return typeof request === 'object' && request !== null ? (request as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** Renders Markdown of a document: its whole body, or a part of it such as a step's details. */
export async function renderBody(wiki: Wiki, document: WikiDocument, source: string = document.body): Promise<BodyPart[]> {
  if (source.trim() === '') return [];
  const t = translator(document.lang);
  const views: Record<string, unknown>[] = [];
  const named = new Map<string, number>();
  const figureOf = await drawDiagrams(document, source);
  // Regions of one page must have names of their own.
  const once = (name: string): string => {
    const count = (named.get(name) ?? 0) + 1;
    named.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  };
  const html = await renderMarkdown(source, {
    headings: { label: (heading) => t('body.anchor', { heading }) },
    alerts: { title: (kind) => t(`body.alert.${kind}`) },
    tables: { label: (head) => t('body.table', { head: once(head) }) },
    links: { resolve: (url) => resolveLink(wiki, document, url) },
    code: {
      fence: (name, code) => {
        if (name === 'mermaid') return figureOf(code);
        if (name !== 'vigie') return undefined;
        const view = requestIn(code);
        if (!view) return undefined;
        views.push(view);
        return `<!--vigie:${views.length - 1}-->`;
      },
    },
    typography: (words) => typography(words, document.lang),
    footnotes: { label: t('body.footnotes'), back: t('body.footnotes.back', { reference: '{reference}' }) },
  });
  return nameCode(html, (start) => t('body.code', { start: once(start) })).split(MARK).map((piece, index) => (index % 2 === 0 ? { html: piece } : { view: views[Number(piece)] ?? {} })).filter((part) => 'view' in part || part.html.trim() !== '');
}
