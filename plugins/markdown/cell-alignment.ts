import { defineHastPlugin, type HastPluginDefinition } from 'satteri';

/** Alignment of table cells as an attribute: a strict policy refuses inline styles. */
export const cellAlignment = (): HastPluginDefinition =>
  defineHastPlugin({
    name: 'cell-alignment',
    element: {
      filter: ['td', 'th'],
      visit(node, context) {
        const side = /text-align:\s*(left|center|right)/.exec(String(node.properties['style'] ?? ''))?.[1];
        if (side === undefined) return;
        context.setProperty(node, 'style', null);
        context.setProperty(node, 'align', side);
      },
    },
  });
