import type { Wiki } from '../../model/wiki.ts';
import type { ContentSource } from '../../readers/content-source.ts';
import { decode } from '../../readers/decode.ts';
import { readSource, type ReadOptions } from '../../readers/read-wiki.ts';
import { asWalked } from '../../readers/revision.ts';
import { SITE_FILE } from '../../readers/site-file.ts';
import { isDocument } from '../../readers/walk.ts';
import type { ReadSnapshot } from './read-snapshot.ts';

/** What stands in the wiki: the sources that are attached, and every picture that is not, for nobody can say that it is missing. */
class AttachedFiles extends Set<string> {
  override has(file: string): boolean {
    return super.has(file) || (!isDocument(file) && file !== SITE_FILE);
  }
}

/** Sources by their path in content/. */
function sourcesOf({ manifest, attachments }: ReadSnapshot): ReadonlyMap<string, Uint8Array> {
  const bytesOf = new Map(attachments.map(({ name, bytes }) => [name, bytes]));
  const prefix = manifest.content === '' ? '' : `${manifest.content}/`;
  return new Map(manifest.attachments.flatMap(({ name, path }): [string, Uint8Array][] => {
    const bytes = bytesOf.get(name);
    return bytes && path?.startsWith(prefix) === true ? [[path.slice(prefix.length), bytes]] : [];
  }));
}

/** The wiki that a snapshot was made of, read from the sources that it carries. */
export function attachedWiki(snapshot: ReadSnapshot, options: ReadOptions): Wiki {
  const sources = sourcesOf(snapshot);
  const files = [...sources.keys()].sort(asWalked);
  const source: ContentSource = {
    listing: { documents: files.filter(isDocument), files: new AttachedFiles(files), problems: [] },
    read: (file) => decode(sources.get(file) ?? new Uint8Array(), file),
  };
  return readSource(source, options);
}
