import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { z } from 'zod';
import { frenchForm } from '../../src/readers/french-forms.ts';
import * as primitives from '../../src/schemas/primitives.ts';

const SCHEMAS = join(import.meta.dirname, '../../src/schemas');

it('French asks for every form that the primitives describe', () => {
  const described = Object.values(primitives as Record<string, z.ZodType>).flatMap(({ description }) => description ?? []);
  expect(described.length).toBeGreaterThan(8);
  expect(described.filter((words) => frenchForm(words) === undefined)).toEqual([]);
});

it('French says every message that a schema words itself', () => {
  const messages = readdirSync(SCHEMAS).filter((file) => file.endsWith('.ts')).flatMap((file) => [...readFileSync(join(SCHEMAS, file), 'utf8').matchAll(/(?:\/u?, |\.refine\(\w+, |iso\.date\(|message: )'([^'\n]+)'/g)].map(([, words = '']) => words));
  expect(messages.length).toBeGreaterThan(5);
  expect(messages.filter((words) => frenchForm(words) === undefined)).toEqual([]);
});
