import { PDFArray, PDFDict, PDFRawStream, PDFRef, PDFStream, type PDFContext, type PDFObject } from 'pdf-lib';
import { Ref, type Dict, type Objects, type Value } from './objects.ts';

/** Two objects of one number differ in their generation. */
const GENERATIONS = 2 ** 32;

const numberOf = ({ objectNumber, generationNumber }: PDFRef): number => objectNumber + generationNumber * GENERATIONS;

function dictOf(object: PDFDict): Dict {
  return new Map(object.entries().map(([key, entry]): [string, Value] => [key.asString(), valueOf(entry)]));
}

function valueOf(object: PDFObject): Value {
  if (object instanceof PDFRef) return new Ref(numberOf(object));
  if (object instanceof PDFDict) return dictOf(object);
  return object instanceof PDFArray ? object.asArray().map(valueOf) : object.toString();
}

/** A file of anybody's, as its library read it. */
export function objectsOf(context: PDFContext): Objects {
  const stored = context.enumerateIndirectObjects().map(([ref, object]): [number, { value: Value; bytes?: Uint8Array }] => {
    if (!(object instanceof PDFStream)) return [numberOf(ref), { value: valueOf(object) }];
    return [numberOf(ref), { value: dictOf(object.dict), bytes: object instanceof PDFRawStream ? object.contents : object.getContents() }];
  });
  const { Root, Info } = context.trailerInfo;
  const trailer = Object.entries({ '/Root': Root, '/Info': Info }).flatMap(([key, object]): [string, Value][] => (object ? [[key, valueOf(object)]] : []));
  return { stored: new Map(stored), trailer: new Map(trailer) };
}
