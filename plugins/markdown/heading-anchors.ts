import GithubSlugger from 'github-slugger';
import { defineHastPlugin, type HastPluginDefinition } from 'satteri';

export interface HeadingAnchorsOptions {
  /** Accessible name of the link that follows a heading. */
  readonly label: (heading: string) => string;
}

/** Gives every heading GitHub's id and a link to itself. A body's h1 becomes an h2: the page's own title is its h1. */
export const headingAnchors = ({ label }: HeadingAnchorsOptions): HastPluginDefinition => {
  const slugger = new GithubSlugger();
  return defineHastPlugin({
    name: 'heading-anchors',
    element: {
      filter: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
      visit(node, context) {
        // The footnotes' own heading keeps the id that the notes refer to.
        if (node.properties['id'] === 'footnote-label') return undefined;
        const text = context.textContent(node).trim();
        const id = slugger.slug(text);
        return {
          ...node,
          tagName: node.tagName === 'h1' ? 'h2' : node.tagName,
          properties: { ...node.properties, id },
          children: [...node.children, { type: 'element', tagName: 'a', properties: { className: ['anchor'], href: `#${id}`, ariaLabel: label(text) }, children: [{ type: 'text', value: '#' }] }],
        };
      },
    },
  });
};
