import { parseFragment, type DefaultTreeAdapterMap } from 'parse5';
import { linkTarget } from '../../model/links.ts';
import type { WikiDocument } from '../../model/records.ts';
import { typography } from '../../words/typography.ts';
import { translator } from '../../words/index.ts';
import type { Print } from '../print.ts';
import type { Block, Blocks, Spans } from './block.ts';
import { markdownBlocks, markdownSpans, type MarkdownContext } from './markdown.ts';
import { pictureBlock } from './picture.ts';
import { placeOfDocument, placeOfHeading } from './places.ts';
import { viewBlocks } from './views.ts';

const SAFE = /^(?:https?:|mailto:|tel:)/i;
/** What no reader reads. */
const UNREAD = ['script', 'style', 'template', 'iframe', 'object'];

type HtmlNode = DefaultTreeAdapterMap['node'];

function htmlText(node: HtmlNode): string {
  if ('value' in node && node.nodeName === '#text') return node.value;
  if ('tagName' in node && UNREAD.includes(node.tagName)) return '';
  return 'childNodes' in node ? node.childNodes.map(htmlText).join('') : '';
}

function diagramBlocks(print: Print, document: WikiDocument, code: string): Blocks | undefined {
  const t = translator(document.lang);
  const picture = print.pictures.get(`mermaid:${code}`) ?? print.pictures.get(`mermaid:${code.trimEnd()}`);
  const result = print.diagrams.get(code) ?? print.diagrams.get(code.trimEnd());
  if (!result) return undefined;
  const fence = document.outline.fences.find(({ value }) => value === code || value === code.trimEnd());
  const heading = document.outline.headings.findLast(({ line }) => line < (fence?.line ?? 0))?.text ?? document.title;
  if ('error' in result) return [{ k: 'callout', kind: 'warning', title: t('body.diagram', { heading }), b: [{ k: 'p', c: [t('body.diagram.error', { line: (fence?.line ?? 0) + result.error.line, message: result.error.message[document.lang] })] }, { k: 'code', v: code }] }];
  const { title, description } = result.diagram;
  const words = [title ?? t('body.diagram', { heading }), description].filter((text) => text !== '').join('. ');
  return picture && 'file' in picture ? [{ k: 'figure', file: picture.file, alt: typography(words, document.lang), width: picture.width, height: picture.height }] : undefined;
}

function contextOf(print: Print, document: WikiDocument, level: number, anchors: boolean): Omit<MarkdownContext, 'definitions' | 'footnotes'> {
  const t = translator(document.lang);
  const say = (text: string): string => typography(text, document.lang);
  return {
    level,
    anchor: anchors ? (slug) => placeOfHeading(document, slug) : undefined,
    say,
    alertTitle: (kind) => t(`body.alert.${kind}`),
    link: (url) => {
      const target = linkTarget(print.wiki, document, url);
      if (target.kind === 'document') { const whole = placeOfDocument(target.document); return target.anchor === undefined ? { to: whole } : { to: placeOfHeading(target.document, target.anchor), or: whole }; }
      return target.kind === 'elsewhere' && SAFE.test(url.trim()) ? { url: url.trim() } : undefined;
    },
    plainHtml: (html) => htmlText(parseFragment(html)).replace(/\s+/g, ' ').trim(),
    fence: (lang, code) => (lang === 'mermaid' ? diagramBlocks(print, document, code) : lang === 'vigie' ? viewBlocks(print, document.system, code) : undefined),
    picture: (url, alt): Block | undefined => {
      const target = linkTarget(print.wiki, document, url);
      return target.kind === 'file' ? pictureBlock(print, target.file, say(alt)) : undefined;
    },
  };
}

const inLang = (print: Print, document: WikiDocument, b: Blocks): Blocks => (document.lang === print.lang || b.length === 0 ? b : [{ k: 'lang', lang: document.lang, b }]);

/** Markdown of a document as blocks: its whole body, or a part of it; its shallowest heading stands at `level`. */
export const bodyBlocks = (print: Print, document: WikiDocument, source: string, level: number): Blocks => inLang(print, document, markdownBlocks(source, contextOf(print, document, level, true)));

/** Markdown of one line. */
export const bodySpans = (print: Print, document: WikiDocument, source: string): Spans => markdownSpans(source, contextOf(print, document, 6, false));
