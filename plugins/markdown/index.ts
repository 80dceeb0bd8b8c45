import { defineHastPlugin, markdownToHtml, type HastPluginDefinition } from 'satteri';
import { alerts, type AlertsOptions } from './alerts.ts';
import { cellAlignment } from './cell-alignment.ts';
import { emptyHeads } from './empty-heads.ts';
import { headingAnchors, type HeadingAnchorsOptions } from './heading-anchors.ts';
import { highlightCode, languagesIn, loadLanguages, type HighlightOptions } from './highlight.ts';
import { links, type LinksOptions } from './links.ts';
import { mayHoldHtml, sanitise } from './sanitise.ts';
import { scrollTables, type ScrollTablesOptions } from './scroll-tables.ts';
import { taskLabels } from './task-labels.ts';
import { setTypography } from './typography.ts';

export interface MarkdownOptions {
  readonly headings: HeadingAnchorsOptions;
  readonly alerts: AlertsOptions;
  readonly tables: ScrollTablesOptions;
  readonly links: LinksOptions;
  readonly code?: HighlightOptions | undefined;
  /** Typography of the language, on plain words. */
  readonly typography: (words: string) => string;
  readonly footnotes: { readonly label: string; readonly back: string };
}

/** Visitors of elements that do not hold each other's work, in one walk over the tree: a walk costs more than what is done on the way. */
const onePass = (plugins: readonly (HastPluginDefinition | false)[]): HastPluginDefinition => defineHastPlugin({ name: 'elements', element: plugins.flatMap((plugin) => (plugin && plugin.element ? plugin.element : [])) });

/** Sets Markdown that strangers wrote as HTML that a strict policy accepts: no code runs, no markup is injected, nothing is fetched. */
export async function renderMarkdown(source: string, options: MarkdownOptions): Promise<string> {
  await loadLanguages(languagesIn(source));
  const raw = mayHoldHtml(source);
  const { html } = await markdownToHtml(source, {
    features: { frontmatter: false, rawHtml: raw, gfm: { footnotes: { label: options.footnotes.label, backLabel: options.footnotes.back } } },
    // Sanitising comes first: what the others add is ours. Headings and alerts rebuild what they hold, so links inside come in a later pass.
    hastPlugins: [
      raw && sanitise(),
      headingAnchors(options.headings),
      /^[ \t]*>[ \t]*\[!/m.test(source) && alerts(options.alerts),
      /\|[ \t]*\|[^\n]*\n[ \t]*\|?[ \t]*:?-/.test(source) && emptyHeads(),
      onePass([
        links(options.links),
        /^\s*\|/m.test(source) && scrollTables(options.tables),
        /:-|-:/.test(source) && cellAlignment(),
        /\[[ x]\]/i.test(source) && taskLabels(),
        /^[ \t]*(```|~~~| {4}|\t)/m.test(source) && highlightCode(options.code),
      ]),
    ],
  });
  return setTypography(html, options.typography);
}
