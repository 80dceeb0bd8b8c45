import { z } from 'zod';
import { recordFields } from './envelope.ts';
import { duration, text } from './primitives.ts';

const scaleValue = z.strictObject({
  value: z.number().describe('Position on the axis; the factor of the score where score is product.'),
  id: z.string().optional().describe('Short English id (low, high) that records may use instead of the value.'),
  label: text,
  means: text.optional().describe('What the point means, in words a rater can apply.'),
});

export const level = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  label: text,
  from: z.number().optional().describe('Lowest score of the level, where score is product.'),
  response: text.optional().describe('What is done about a risk of this level.'),
  review_every: duration.optional(),
});

/**
 * How risks are scored: two scales, a product or a grid, levels from the mildest to the gravest
 * (ISO 31000 risk criteria; NIST SP 800-30 scales). Sources score differently, so the scale is data.
 */
export const methodSchema = z
  .strictObject({
    kind: z.literal('method'),
    ...recordFields,
    likelihood: z.array(scaleValue).min(2),
    impact: z.array(scaleValue).min(2),
    score: z.enum(['product', 'grid']).default('product'),
    grid: z
      .array(z.strictObject({ impact: z.union([z.number(), z.string()]), levels: z.array(z.string()).min(2) }))
      .optional()
      .describe('Where score is grid: one row an impact, one level id a likelihood, mildest first.'),
    levels: z.array(level).min(2).describe('From the mildest to the gravest.'),
    action_from: z.union([z.number(), z.string()]).optional().describe('Score, or level id for a grid, from which a risk needs an action.'),
    appetite: z.string().optional().describe('Level id above which a risk is out of tolerance.'),
    category_labels: z.record(z.string(), text).optional().describe('Names shown for categories (technical: Technique).'),
  })
  .superRefine((method, context) => {
    if (method.score === 'grid' && !method.grid) {
      context.addIssue({ code: 'custom', path: ['score'], message: 'score: grid needs a grid, one row of levels an impact' });
    }
    if (method.score === 'product') {
      method.levels.forEach((entry, index) => {
        if (entry.from === undefined) {
          context.addIssue({ code: 'custom', path: ['levels', index], message: 'a level needs from, its lowest score, where score is product' });
        }
      });
    }
  });
export type Method = z.infer<typeof methodSchema>;
