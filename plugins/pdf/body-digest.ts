import { createHash } from 'node:crypto';
import { dictOf, Ref, type Dict, type Objects, type Value } from './objects.ts';

/** What the catalog holds that is another part of the file: what is said about it, and what is attached. */
const APART = ['/Metadata', '/AF', '/Names'];
const EMBEDDED = '/EmbeddedFiles';
/** A stream says its length only once it was written. */
const LENGTH = '/Length';

/** Texts are hashed a good many at a time. */
const ENOUGH = 1 << 16;

/**
 * SHA-256 of a document's pages, structure, fonts, outline and title: every object that is reached from its catalog and its
 * information, each written one way, whatever its number. Attachments, metadata, identifier and trailer are left out.
 */
export function bodyDigest(objects: Objects): string {
  const { stored, trailer } = objects;
  const numbers = new Map<number, number>();
  const queue: number[] = [];

  const write = (value: Value): string => {
    if (typeof value === 'string') return value;
    if (value instanceof Ref) {
      let number = numbers.get(value.number);
      if (number === undefined) {
        numbers.set(value.number, (number = numbers.size));
        queue.push(value.number);
      }
      return `${number} R`;
    }
    if (Array.isArray(value)) return `[${value.map(write).join(' ')}]`;
    return writeDict(value, []);
  };

  const writeDict = (dict: Dict, without: readonly string[]): string => {
    const kept = [...dict.keys()].filter((key) => !without.includes(key)).sort();
    return `<<${kept.map((key) => `${key} ${write(dict.get(key) ?? 'null')}`).join(' ')}>>`;
  };

  const writeStored = (number: number): string => {
    const { value, bytes } = stored.get(number) ?? { value: 'null' };
    return bytes && value instanceof Map ? `${writeDict(value, [LENGTH])} stream ${createHash('sha256').update(bytes).digest('hex')}` : write(value);
  };

  const hash = createHash('sha256');
  const catalog = dictOf(objects, trailer.get('/Root'));
  if (catalog) {
    const names = dictOf(objects, catalog.get('/Names'));
    hash.update(`${writeDict(catalog, APART)} ${names ? writeDict(names, [EMBEDDED]) : '<<>>'}\n`);
  }
  let text = `${write(trailer.get('/Info') ?? 'null')}\n`;
  // The queue grows while it is read.
  for (const number of queue) {
    text += `${writeStored(number)}\n`;
    if (text.length < ENOUGH) continue;
    hash.update(text);
    text = '';
  }
  return hash.update(text).digest('hex');
}
