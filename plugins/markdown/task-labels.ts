import { defineHastPlugin, type HastPluginDefinition } from 'satteri';

/** Names the boxes of task lists after their item, and lets the reader tick them. */
export const taskLabels = (): HastPluginDefinition =>
  defineHastPlugin({
    name: 'task-labels',
    element: {
      filter: ['input'],
      visit(node, context) {
        const parent = context.parent(node);
        const text = parent?.type === 'element' ? context.textContent(parent) : '';
        return { ...node, properties: { type: 'checkbox', checked: node.properties['checked'], ariaLabel: text.trim().split('\n')[0]?.slice(0, 120) ?? '' } };
      },
    },
  });
