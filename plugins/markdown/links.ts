import { defineHastPlugin, type HastContent, type HastPluginDefinition } from 'satteri';

export interface LinksOptions {
  /** Address on the site of a relative link, or undefined where it leads nowhere: the text then stays without a link. */
  readonly resolve: (url: string) => string | undefined;
}

const OUTSIDE = /^(https?:|mailto:|tel:)/i;
const ANY_SCHEME = /^[a-z][a-z0-9+.-]*:|^\/\//i;

/**
 * Sends relative links where the site has them, and lets through only addresses that cannot run code.
 * Pictures from elsewhere become links: a page asks nothing of another origin.
 */
export const links = ({ resolve }: LinksOptions): HastPluginDefinition =>
  defineHastPlugin({
    name: 'links',
    element: [
      {
        filter: ['a'],
        visit(node, context) {
          const url = String(node.properties['href'] ?? '');
          if (url === '' || url.startsWith('#')) return;
          if (OUTSIDE.test(url)) {
            if (/^https?:/i.test(url)) context.setProperty(node, 'rel', 'noopener noreferrer');
            return;
          }
          const target = ANY_SCHEME.test(url) ? undefined : resolve(url);
          if (target === undefined) context.replaceNode(node, { type: 'element', tagName: 'span', properties: {}, children: [...node.children] });
          else context.setProperty(node, 'href', target);
        },
      },
      {
        filter: ['img'],
        visit(node, context) {
          const url = String(node.properties['src'] ?? '');
          const alt = String(node.properties['alt'] ?? '');
          const target = ANY_SCHEME.test(url) ? undefined : resolve(url);
          if (target !== undefined) {
            context.setProperty(node, 'src', target);
            context.setProperty(node, 'loading', 'lazy');
          } else if (/^https?:/i.test(url)) {
            context.replaceNode(node, { type: 'element', tagName: 'a', properties: { href: url, rel: 'noopener noreferrer' }, children: [{ type: 'text', value: alt || url }] } as unknown as HastContent);
          } else context.replaceNode(node, { type: 'text', value: alt });
        },
      },
    ],
  });
