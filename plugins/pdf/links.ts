import { inflateSync } from 'node:zlib';
import { add, dict, dictOf, hexToken, isDict, listOf, Ref, stringOf, textToken, valueOf, type Dict, type Objects, type Value } from './objects.ts';

/** Name of the attachment in which a template says where the places of the document are. It does not stay in the file. */
export const PLACES = 'places.json';

/** Where a place came to stand: its page, the distance from the page's left and top, and whether a heading stands there. */
type Place = readonly [page: number, x: number, y: number, heading: boolean];

/** How far above a place a reader is led, so that its line is seen whole. */
const ABOVE = 10;

interface Words {
  /** What a link inside the document does. */
  readonly inside: string;
  readonly page: string;
  readonly heading: string;
}

const FRENCH: Words = { inside: 'Aller à cette partie du document', page: 'page', heading: 'Chapitre, page' };
const ENGLISH: Words = { inside: 'Go to this part of the document', page: 'page', heading: 'Section, page' };

const fixed = (points: number): string => String(Number(points.toFixed(3)));

/** Every page of a document, in order. */
function pagesOf(objects: Objects, node: Value | undefined, found: Ref[] = []): Ref[] {
  for (const kid of listOf(objects, dictOf(objects, node)?.get('/Kids'))) {
    if (dictOf(objects, kid)?.get('/Type') === '/Pages') pagesOf(objects, kid, found);
    else if (kid instanceof Ref) found.push(kid);
  }
  return found;
}

/** The places that the template attached, by name. */
function placesIn(objects: Objects, catalog: Dict): ReadonlyMap<string, Place> {
  const embedded = dictOf(objects, dictOf(objects, catalog.get('/Names'))?.get('/EmbeddedFiles'));
  const names = listOf(objects, embedded?.get('/Names'));
  const at = names.findIndex((name) => stringOf(name) === PLACES);
  const stream = at < 0 ? undefined : dictOf(objects, dictOf(objects, names[at + 1])?.get('/EF'))?.get('/F');
  const bytes = stream instanceof Ref ? objects.stored.get(stream.number)?.bytes : undefined;
  return bytes ? new Map(Object.entries(JSON.parse(inflateSync(bytes).toString('utf8')) as Record<string, Place>)) : new Map();
}

/**
 * Leads the links inside the document where they name, and says what every link does for those who do not see where it stands. To the
 * typesetter a link inside is the address `#name`: one that it must find the place of makes it set every paragraph and table with a link twice.
 */
export function leadLinks(objects: Objects, catalog: Dict, language: string): void {
  const words = language.startsWith('fr') ? FRENCH : ENGLISH;
  const pages = pagesOf(objects, catalog.get('/Pages'));
  const places = placesIn(objects, catalog);
  const targets = new Map<string, Ref>();

  const lead = (link: Dict, name: string): void => {
    const place = places.get(name);
    const page = pages[(place?.[0] ?? 0) - 1];
    if (!place || !page) throw new Error(`a link leads to ${name}, which is nowhere in the document`);
    const [number, x, y, heading] = place;
    let target = targets.get(name);
    if (!target) {
      const height = Number(listOf(objects, dictOf(objects, page)?.get('/MediaBox'))[3]);
      targets.set(name, (target = add(objects, [page, '/XYZ', fixed(x), fixed(height - Math.max(0, y - ABOVE)), '0'])));
    }
    link.delete('/A');
    link.set('/Dest', target);
    link.set('/Contents', textToken(`${heading ? words.heading : words.page} ${number}`));
  };

  for (const page of pages) {
    for (const entry of listOf(objects, dictOf(objects, page)?.get('/Annots'))) {
      const link = valueOf(objects, entry);
      if (!isDict(link) || link.get('/Subtype') !== '/Link') continue;
      const address = stringOf(valueOf(objects, dictOf(objects, link.get('/A'))?.get('/URI')));
      if (address?.startsWith('#')) lead(link, address.slice(1));
      else if (!link.has('/Contents')) link.set('/Contents', hexToken(address ?? words.inside));
    }
  }
  // What the template told is told: the document is attached no such file.
  for (const holder of [catalog, dictOf(objects, catalog.get('/Names')) ?? dict({})]) for (const key of ['/AF', '/EmbeddedFiles']) holder.delete(key);
}
