import { bodyWithoutNarratives } from './narrative.ts';
import type { Redactions } from './redactions.ts';
import type { AnyRecord, WikiDocument, WikiRecord } from './records.ts';

/** The lines of a text, empty: what follows keeps its place. */
const blank = (text: string): string => text.replace(/[^\n]/g, '');

const ADDRESS = /(?:href|src|srcset|data|poster|action)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))/gi;
const DEFINITION = /^ {0,3}\[([^\]\n]+)\]:[ \t]*<?([^\s>]+)>?.*$/gm;
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Comments are notes between authors; a link or a picture that leads to something hidden goes with its words. */
function redactHtml(body: string, document: WikiDocument, redactions: Redactions): string {
  const leads = (tag: string): boolean => [...tag.matchAll(ADDRESS)].some(([, a, b, c]) => redactions.hidesLink(document, a ?? b ?? c ?? ''));
  if (document.outline.html.length === 0) return body;
  let text = body.replace(/<(a|object|picture|video|audio)\b[^>]*>[\s\S]*?<\/\1>/gi, (element) => (leads(element) ? `${redactions.mark(document.lang)}${blank(element)}` : element));
  for (const { value } of document.outline.html) {
    const left = leads(value) ? blank(value) : value.replace(/<!--[\s\S]*?(?:-->|$)/g, blank);
    if (left !== value) text = text.replaceAll(value, () => left);
  }
  return text;
}

/** `[words][label]` and its `[label]: address`, where the address is hidden. */
function redactDefinitions(body: string, document: WikiDocument, redactions: Redactions): string {
  const labels: string[] = [];
  let text = body.replace(DEFINITION, (line, label: string, url: string) => {
    if (label.startsWith('^') || !redactions.hidesLink(document, url)) return line;
    labels.push(label);
    return '';
  });
  for (const label of labels) text = text.replace(new RegExp(`!?(?:\\[[^\\]\\n]*\\])?\\[${escaped(label)}\\](?:\\[\\])?(?!:)`, 'gi'), redactions.mark(document.lang));
  return text;
}

/** A drawing says one thing: one that names something hidden is left out whole. */
const redactDrawings = (body: string, redactions: Redactions): string =>
  body.replace(/^([ \t]*)(`{3,}|~{3,})[ \t]*mermaid\b[^\n]*\n[\s\S]*?^\1\2[`~]*[ \t]*$/gm, (fence) => (redactions.names(fence) ? blank(fence) : fence));

/** The body of a document without what its readers may not see. */
export function redactBody(document: WikiDocument, redactions: Redactions, dropped: readonly WikiRecord[]): string {
  const left = dropped.length === 0 ? document.body : bodyWithoutNarratives(document, dropped as readonly AnyRecord[]);
  const plain = redactDefinitions(redactHtml(left, document, redactions), document, redactions);
  return redactions.text(redactDrawings(plain, redactions), document.lang, document);
}
