import { defineHastPlugin, type HastPluginDefinition } from 'satteri';

/** A head without words heads nothing: readers that say the head before each cell would say a blank. */
export const emptyHeads = (): HastPluginDefinition =>
  defineHastPlugin({
    name: 'empty-heads',
    element: {
      filter: ['th'],
      visit(node, context) {
        if (node.children.length > 0 || context.textContent(node).trim() !== '') return;
        context.replaceNode(node, { type: 'element', tagName: 'td', properties: { ...node.properties }, children: [] });
      },
    },
  });
