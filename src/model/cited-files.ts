import { linkTarget } from './links.ts';
import type { Wiki } from './wiki.ts';

/** Files of content/ that are no documents and that documents show or cite: pictures, attachments, evidence. Sorted. */
export function citedFiles(wiki: Wiki): string[] {
  const found = new Set<string>();
  for (const document of wiki.documents) {
    for (const { url } of document.outline.links) {
      const target = linkTarget(wiki, document, url);
      if (target.kind === 'file') found.add(target.file);
    }
    for (const { path } of document.value.evidence) if (path !== undefined && wiki.hasFile(path)) found.add(path);
  }
  // Documents have pages; a source in front matter is nobody's attachment.
  return [...found].filter((file) => !/\.(md|mdx)$/i.test(file)).sort();
}
