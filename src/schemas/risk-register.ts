import { z } from 'zod';
import { documentFields } from './envelope.ts';
import { reference, text } from './primitives.ts';
import { riskRecord } from './risk.ts';

/** What is measured on the register itself (ISO 31000: monitoring). */
const registerIndicator = z.strictObject({
  id: z.string(),
  title: text,
  target: text.optional().describe('As the source wrote it (≤ 3, < 20 %).'),
  max: z.number().optional().describe('Where the indicator counts critical risks: the most that is allowed.'),
  value: z.union([z.number(), z.string()]).optional(),
  counts: z.enum(['critical-risks', 'action-cost']).optional().describe('Derived from the register rather than measured.'),
});

export const riskRegisterSchema = z.strictObject({
  kind: z.literal('risk-register'),
  ...documentFields,
  method: reference.describe('Id of the method that scores it.'),
  review_rules: z.array(z.strictObject({ from: z.union([z.number(), z.string()]), every: z.string() })).default([]).describe('From which score (or level) how often risks are reviewed.'),
  indicators: z.array(registerIndicator).default([]),
  risks: z.array(riskRecord).default([]),
});
