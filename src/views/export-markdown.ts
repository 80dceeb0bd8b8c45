import { stringify } from 'yaml';
import { z } from 'zod';
import { citedFiles } from '../model/cited-files.ts';
import { renderDocument } from '../model/render-document.ts';
import type { WikiDocument } from '../model/records.ts';
import type { Wiki } from '../model/wiki.ts';
import { kinds } from '../schemas/kinds.ts';
import { siteSchema } from '../schemas/site.ts';

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** A value as its author would write it: what its schema adds by itself is left out, keys stand in the order of the schema. */
function written(schema: unknown, value: unknown): unknown {
  if (schema instanceof z.ZodDefault) return same(value, schema.def.defaultValue) ? undefined : written(schema.def.innerType, value);
  if (schema instanceof z.ZodOptional) return written(schema.def.innerType, value);
  if (schema instanceof z.ZodArray && Array.isArray(value)) return value.map((item) => written(schema.def.element, item));
  if (!(schema instanceof z.ZodObject) || typeof value !== 'object' || value === null) return value;
  const fields = value as Record<string, unknown>;
  return Object.fromEntries(Object.entries(schema.def.shape).flatMap(([key, inner]) => {
    const said = key in fields ? written(inner, fields[key]) : undefined;
    return said === undefined ? [] : [[key, said]];
  }));
}

/** A document as a file of content/: the same text for the same record, however its author laid it out. */
export function documentMarkdown({ kind, value, body }: WikiDocument): string {
  const text = body.replaceAll('\r\n', '\n').replace(/^(?:[ \t]*\n)+/, '').trimEnd();
  return renderDocument(written(kinds[kind], value) as Record<string, unknown>, text);
}

/** site.yml as a file. */
const siteYaml = (wiki: Wiki): string => stringify(written(siteSchema, wiki.site), { lineWidth: 0 });

/** The wiki as files of content/, by path: site.yml and every document, made from the model. Read again they are the same wiki. */
export const markdownFiles = (wiki: Wiki): ReadonlyMap<string, string> => new Map([['site.yml', siteYaml(wiki)], ...wiki.documents.map((document) => [document.file, documentMarkdown(document)] as const)]);

/** Files that the documents show or cite, which stand beside them as they are. */
export const filesBeside = (wiki: Wiki): readonly string[] => citedFiles(wiki);
