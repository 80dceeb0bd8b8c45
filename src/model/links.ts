import { posix } from 'node:path';
import { nearest } from './nearest.ts';
import type { WikiDocument } from './records.ts';
import type { Wiki } from './wiki.ts';

/** Where a link or image of a body leads. Files are relative to content/. */
export type LinkTarget =
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'document'; readonly document: WikiDocument; readonly anchor?: string | undefined }
  | { readonly kind: 'file'; readonly file: string; readonly anchor?: string | undefined }
  | { readonly kind: 'broken'; readonly because: 'empty' | 'unreadable' | 'absolute' | 'outside' | 'folder' | 'missing'; readonly file: string };

const SCHEME = /^([a-z][a-z0-9+.-]*:|\/\/)/i;

const indexes = new WeakMap<Wiki, ReadonlyMap<string, WikiDocument>>();

function documentAt(wiki: Wiki, file: string): WikiDocument | undefined {
  let index = indexes.get(wiki);
  if (!index) indexes.set(wiki, (index = new Map(wiki.documents.map((document) => [document.file, document]))));
  return index.get(file);
}

/** `%C3%A9` → `é`; undefined where the escapes are wrong. */
function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** Follows a link written in a document, the way a forge does: relative to its file, escapes decoded. */
export function linkTarget(wiki: Wiki, document: WikiDocument, url: string): LinkTarget {
  const written = url.trim();
  if (SCHEME.test(written)) return { kind: 'elsewhere' };
  if (written === '') return { kind: 'broken', because: 'empty', file: '' };
  const [address = '', hash] = written.split('#', 2);
  const path = decoded(address.split('?')[0] ?? '');
  const anchor = hash === undefined || hash === '' ? undefined : decoded(hash);
  if (path === undefined || (anchor === undefined && hash)) return { kind: 'broken', because: 'unreadable', file: written };
  if (path === '') return { kind: 'document', document, anchor };
  if (path.startsWith('/')) return { kind: 'broken', because: 'absolute', file: path };
  const file = posix.join(posix.dirname(document.file), path).replace(/\/$/, '');
  if (file === '..' || file.startsWith('../')) return { kind: 'broken', because: 'outside', file };
  const target = documentAt(wiki, file) ?? documentAt(wiki, file.normalize('NFC'));
  if (target) return { kind: 'document', document: target, anchor };
  if (wiki.hasFile(file)) return { kind: 'file', file, anchor };
  const folder = file === '.' || wiki.documents.some((entry) => entry.file.startsWith(`${file}/`));
  return { kind: 'broken', because: folder ? 'folder' : 'missing', file };
}

/** How a document writes a link to a file of content/. */
export const linkTo = (document: WikiDocument, file: string): string => encodeURI(posix.relative(posix.dirname(document.file), file));

/** The document that a broken link most likely meant: the address without its ending, the same name elsewhere, or a near name in the same folder. */
export function meantBy(wiki: Wiki, broken: string): WikiDocument | undefined {
  const file = broken.replace(/^\/?(content\/)?/, '').replace(/\/$/, '');
  const name = posix.basename(file).toLowerCase();
  const exact = documentAt(wiki, file) ?? documentAt(wiki, `${file}.md`);
  if (exact) return exact;
  const namesakes = wiki.documents.filter((entry) => [name, `${name}.md`].includes(posix.basename(entry.file).toLowerCase()));
  const near = namesakes.length === 1 ? namesakes[0]?.file : nearest(file, namesakes.map((entry) => entry.file));
  if (near !== undefined) return documentAt(wiki, near);
  const folder = posix.dirname(file);
  const beside = wiki.documents.filter((entry) => posix.dirname(entry.file) === folder).map((entry) => posix.basename(entry.file));
  const close = nearest(posix.basename(file), beside);
  return close === undefined ? undefined : documentAt(wiki, posix.join(folder, close));
}

/** Files of documents that the body of another document links to. */
export function linkedFiles(wiki: Wiki): Set<string> {
  const found = new Set<string>();
  for (const document of wiki.documents) {
    for (const { url } of document.outline.links) {
      const target = linkTarget(wiki, document, url);
      if (target.kind === 'document' && target.document.file !== document.file) found.add(target.document.file);
    }
  }
  return found;
}
