import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { jsonSchema, schemaNames, schemaText } from '../../src/cli/json-schema.ts';
import { readFrontmatter, readYaml } from '../../src/readers/frontmatter.ts';
import { kinds, type Kind } from '../../src/schemas/kinds.ts';
import { siteSchema } from '../../src/schemas/site.ts';
import { ROOT, runIn } from '../cli/run-in.ts';

const COMMITTED = join(ROOT, 'src/schemas/json');
const committed = (name: string): Record<string, unknown> => JSON.parse(readFileSync(join(COMMITTED, `${name}.json`), 'utf8')) as Record<string, unknown>;

/** As an editor reads them: from the files, where document.json leads to the others by their names. */
const ajv = new Ajv({ allErrors: true, strict: true, strictTypes: false, strictRequired: false });
addFormats.default(ajv);
for (const name of schemaNames) ajv.addSchema(committed(name), `${name}.json`);
const validatorOf = (name: string): ValidateFunction => ajv.getSchema(name) ?? expect.fail(`there is no ${name}`);
const validate = validatorOf('document.json');
const errorsOf = (data: unknown): string[] => (validate(data) ? [] : (validate.errors ?? []).map(({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`));

describe('the JSON Schemas that editors read', () => {
  it.each(schemaNames)('%s is what the Zod schemas make today (vigie schema --out src/schemas/json writes them)', (name) => {
    expect(readFileSync(join(COMMITTED, `${name}.json`), 'utf8')).toBe(schemaText(name));
  });

  it('are one file each, and no other', () => {
    expect(readdirSync(COMMITTED).sort()).toEqual(schemaNames.map((name) => `${name}.json`).sort());
  });
});

/** Every field of a schema that has a doc line, by its path, with what is said of it on its way. */
function* docLines(schema: z.ZodType, path: readonly string[] = []): Generator<{ path: readonly string[]; said: string }> {
  const def = schema._zod.def as { type: string; shape?: Record<string, z.ZodType>; element?: z.ZodType; options?: z.ZodType[]; innerType?: z.ZodType; in?: z.ZodType; valueType?: z.ZodType };
  if (schema.description !== undefined && path.length > 0) yield { path, said: schema.description };
  for (const [key, field] of Object.entries(def.shape ?? {})) yield* docLines(field, [...path, key]);
  if (def.element) yield* docLines(def.element, [...path, '*']);
  for (const inner of [def.innerType, def.in]) if (inner) yield* docLines(inner, path);
}

/** The node of a JSON Schema at a path; unions are not followed. */
const nodeAt = (schema: Record<string, unknown>, path: readonly string[]): { description?: string } =>
  path.reduce<Record<string, unknown>>((node, key) => (key === '*' ? node['items'] : (node['properties'] as Record<string, unknown>)[key]) as Record<string, unknown>, schema);

describe.each([...Object.keys(kinds), 'site'] as (Kind | 'site')[])('the schema of %s', (name) => {
  it('says every doc line where its field is', () => {
    const lines = [...docLines(name === 'site' ? siteSchema : kinds[name])];
    expect(lines.length).toBeGreaterThan(5);
    const schema = committed(name);
    expect(lines.filter(({ path, said }) => !(nodeAt(schema, path).description ?? '').includes(said))).toEqual([]);
  });
});

const documents = globSync('content/**/*.{md,mdx}', { cwd: ROOT }).sort();

describe('content/', () => {
  it('is valid by them, document by document', () => {
    expect(documents.length).toBeGreaterThan(100);
    const wrong = documents.flatMap((file) => errorsOf(readFrontmatter(readFileSync(join(ROOT, file), 'utf8'), file).data).map((error) => `${file} ${error}`));
    expect(wrong).toEqual([]);
  });

  it('is in its settings too', () => {
    const site = validatorOf('site.json');
    for (const file of ['content/site.yml', 'tests/fixtures/model-examples/content/site.yml']) expect(site(readYaml(readFileSync(join(ROOT, file), 'utf8'), file, 1).data), JSON.stringify(site.errors)).toBe(true);
    expect(site({ title: 'X', langage: 'fr' })).toBe(false);
    expect(site({ language: 'fr' })).toBe(false);
  });
});

describe('a wrong document', () => {
  it.each([
    ['no kind', { title: 'X' }],
    ['a kind that there is not', { kind: 'runbok', title: 'X' }],
    ['a key that there is not', { kind: 'page', title: 'X', ownr: 'ops' }],
    ['a field that is missing', { kind: 'runbook', id: 'RB-1', title: 'X' }],
    ['a value that is none of the list', { kind: 'runbook', id: 'RB-1', title: 'X', type: 'rescue' }],
    ['a duration that is none', { kind: 'runbook', id: 'RB-1', title: 'X', type: 'restore', rto: 'soon' }],
    ['a day that does not exist', { kind: 'page', title: 'X', reviewed: '2026-02-30' }],
    ['an id with a space', { kind: 'runbook', id: 'RB 1', title: 'X', type: 'restore' }],
    ['a record of a list without its id', { kind: 'risk-register', title: 'X', method: 'm', risks: [{ title: 'Y', current: 'not-rated' }] }],
    ['a list that is a word', { kind: 'risk-register', title: 'X', method: 'm', risks: 'none' }],
  ])('is refused: %s', (_what, data) => {
    expect(errorsOf(data)).not.toEqual([]);
    // And so does check refuse it.
    const schema = Object.entries(kinds).find(([kind]) => 'kind' in data && kind === data.kind)?.[1];
    expect(schema?.safeParse(data).success ?? false).toBe(false);
  });

  it('is told apart from a right one', () => {
    expect(errorsOf({ kind: 'runbook', id: 'RB-1', title: 'X', type: 'restore', rto: '1 h', reviewed: '2026-02-28' })).toEqual([]);
  });
});

describe('vigie schema', () => {
  it('prints the schema of a kind, and of any document unless', async () => {
    const { code, out } = await runIn(ROOT, 'schema', 'runbook');
    expect([code, JSON.parse(out)]).toEqual([0, jsonSchema('runbook')]);
    expect(JSON.parse((await runIn(ROOT, 'schema')).out)).toEqual(jsonSchema('document'));
  });

  it.each([
    [['runbok'], 'there is no kind runbok; the nearest is runbook'],
    [['runbook', 'risk'], 'one kind at a time; --out writes them all'],
    [['runbook', '--out', 'x'], '--out writes every schema: leave out runbook'],
    [['--out', ''], '--out takes the name of a folder'],
    [['--out', 'package.json/x'], 'package.json/x cannot be written (ENOTDIR); name another folder with --out'],
  ])('refuses %j in a sentence', async (words, sentence) => {
    expect(await runIn(ROOT, 'schema', ...words)).toEqual({ code: 2, out: '', err: `vigie schema: ${sentence}\n` });
  });
});
