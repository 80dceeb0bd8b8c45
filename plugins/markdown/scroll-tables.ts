import { defineHastPlugin, type HastPluginDefinition } from 'satteri';

export interface ScrollTablesOptions {
  /** Accessible name of the region, from the text of the table's first head. */
  readonly label: (firstHead: string) => string;
}

/** Wide tables scroll inside a region that has a name and takes focus, so that a keyboard can reach the rest. */
export const scrollTables = ({ label }: ScrollTablesOptions): HastPluginDefinition =>
  defineHastPlugin({
    name: 'scroll-tables',
    element: {
      filter: ['table'],
      visit(node, context) {
        const text = context.textContent(node).trim().split('\n')[0] ?? '';
        context.wrapNode(node, { type: 'element', tagName: 'div', properties: { className: ['scroll'], role: 'region', tabIndex: 0, ariaLabel: label(text.slice(0, 60)) }, children: [] });
      },
    },
  });
