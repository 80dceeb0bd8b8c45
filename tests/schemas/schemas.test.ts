import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { kinds, type Kind } from '../../src/schemas/kinds.ts';
import { duration, isoDateTime, recordId, reference } from '../../src/schemas/primitives.ts';
import { siteSchema } from '../../src/schemas/site.ts';

interface JsonSchema {
  readonly properties?: Record<string, { description?: string; const?: string }>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
}

describe.each(Object.entries({ ...kinds, site: siteSchema }))('the schema of %s', (kind, schema) => {
  const json = z.toJSONSchema(schema, { io: 'input' }) as JsonSchema;

  it('is a JSON Schema, for editors', () => {
    expect(json.properties).toHaveProperty('title');
    expect(json.required).toContain('title');
    if (kind !== 'site') expect(json.properties?.['kind']?.const).toBe(kind);
  });

  it('refuses keys that it does not know', () => {
    expect(json.additionalProperties).toBe(false);
    expect(schema.safeParse({ ...(kind === 'site' ? {} : { kind, id: 'x' }), title: 'X', ownr: 'ops' }).error?.issues).toContainEqual(expect.objectContaining({ code: 'unrecognized_keys', keys: ['ownr'] }));
  });

  it('has doc lines', () => {
    expect(Object.values(json.properties ?? {}).filter(({ description }) => description !== undefined).length).toBeGreaterThan(5);
  });
});

describe('the envelope', () => {
  const envelope = ['title', 'system', 'summary', 'status', 'owner', 'version', 'classification', 'reviewed', 'review_every', 'approved_by', 'approved_on', 'tags', 'aliases', 'related', 'supersedes', 'evidence', 'waivers', 'lang', 'id'];
  const records: readonly Kind[] = ['system', 'method', 'risk', 'runbook', 'decision', 'review'];

  it.each(Object.keys(kinds) as Kind[])('is on %s', (kind) => {
    const json = z.toJSONSchema(kinds[kind], { io: 'input' }) as JsonSchema;
    expect(Object.keys(json.properties ?? {})).toEqual(expect.arrayContaining(envelope));
    expect(json.required?.includes('id')).toBe(records.includes(kind));
  });
});

describe('primitives', () => {
  const accepts = (schema: z.ZodType, value: unknown): boolean => schema.safeParse(value).success;

  it.each(['15 min', '4 h', '2 h 40 min', '90 d', '1 w', '6 mo', '1 y', '1 business day', 'PT15M', 'P1D', 'P1DT2H', 0])('reads the duration %s', (value) => {
    expect(accepts(duration, value)).toBe(true);
  });
  it.each(['soon', '15', 15, '-1 h', 'P', 'PT', '1 month', 'P1D 3 h', '1 business day 2 h', ''])('refuses the duration %s', (value) => {
    expect(accepts(duration, value)).toBe(false);
  });

  it.each(['R-T01', 'page.v2', '42', 'Échec', 'a_b'])('reads the id %s', (value) => {
    expect(accepts(recordId, value)).toBe(true);
  });
  it.each(['a b', '-a', '', 'a/b', '../a', 'a:b', 42, 'a'.repeat(65)])('refuses the id %s', (value) => {
    expect(accepts(recordId, value)).toBe(false);
  });

  it('reads a reference to another system, one level deep', () => {
    expect([accepts(reference, 'R-1'), accepts(reference, 'shop/R-1'), accepts(reference, 'a/b/c'), accepts(reference, '/R-1')]).toEqual([true, true, false, false]);
  });

  it.each(['2026-03-01', '2028-02-29', '2026-03-01T23:59', '2026-03-01 23:59:59', '2026-03-01T10:00Z', '2026-03-01T10:00+04:00'])('reads the instant %s', (value) => {
    expect(accepts(isoDateTime, value)).toBe(true);
  });
  it.each(['2026-02-29', '2026-13-01', '2026-03-01T24:00', '2026-03-01T10:60', '2026-03-01T10', '01/03/2026'])('refuses the instant %s', (value) => {
    expect(accepts(isoDateTime, value)).toBe(false);
  });
});
