import { defineHastPlugin, type HastPluginDefinition } from 'satteri';

export type AlertKind = 'note' | 'tip' | 'important' | 'warning' | 'caution';

export interface AlertsOptions {
  /** Title shown above the text of an alert. */
  readonly title: (kind: AlertKind) => string;
}

const MARK = /^\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*\n?/;

/** GitHub's alerts (`> [!WARNING]`) as named notes. */
export const alerts = ({ title }: AlertsOptions): HastPluginDefinition =>
  defineHastPlugin({
    name: 'alerts',
    element: {
      filter: ['blockquote'],
      visit(node, context) {
        const mark = MARK.exec(context.textContent(node).trimStart());
        if (!mark) return undefined;
        const kind = (mark[1] ?? 'note').toLowerCase() as AlertKind;
        const first = node.children.find((child) => child.type === 'element');
        if (first?.type !== 'element') return undefined;
        const [lead, ...rest] = first.children;
        const children = lead?.type === 'text' ? [{ ...lead, value: lead.value.trimStart().replace(MARK, '') }, ...rest] : rest;
        const body = node.children.map((child) => (child === first ? { ...first, children } : child));
        return {
          type: 'element',
          tagName: 'div',
          properties: { className: ['markdown-alert', `markdown-alert-${kind}`], role: 'note' },
          children: [{ type: 'element', tagName: 'p', properties: { className: ['markdown-alert-title'] }, children: [{ type: 'text', value: title(kind) }] }, ...body],
        };
      },
    },
  });
