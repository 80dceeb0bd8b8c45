import { defaultSchema, sanitize, type Schema } from 'hast-util-sanitize';
import { defineHastPlugin, type HastPluginDefinition } from 'satteri';

/** GitHub's allow-list, without pictures from elsewhere, inline style or ids that could answer for the page's own. */
const schema: Schema = {
  ...defaultSchema,
  attributes: { ...defaultSchema.attributes, '*': [...(defaultSchema.attributes?.['*'] ?? []).filter((name) => name !== 'id' && name !== 'name'), ['id', /^user-content-fn/]], code: [['className', /^language-./]] },
  clobberPrefix: '',
};

/** Whether Markdown holds anything that could be raw HTML: without it there is nothing to sanitise. */
export const mayHoldHtml = (source: string): boolean => /<[a-z!/?]/i.test(source);

/** Cleans raw HTML by an allow-list before any other plugin adds markup of its own. */
export const sanitise = (): HastPluginDefinition =>
  defineHastPlugin({
    name: 'sanitise',
    before(root, context) {
      context.replaceNode(root, sanitize(root, schema));
    },
  });
