import { z } from 'zod';
import { recordFields } from './envelope.ts';
import { isoDateTime, reference, references, text } from './primitives.ts';

/** A post-incident review. Times to detect, acknowledge and resolve are derived and held against the matrix. */
export const reviewSchema = z.strictObject({
  kind: z.literal('review'),
  ...recordFields,
  template: z.boolean().default(false).describe('A model to copy: its times may be empty.'),
  incident: text.optional(),
  severity: reference.optional(),
  started: isoDateTime.optional(),
  detected: isoDateTime.optional(),
  acknowledged: isoDateTime.optional(),
  mitigated: isoDateTime.optional(),
  resolved: isoDateTime.optional(),
  timeline: z.array(z.strictObject({ at: isoDateTime, what: text, by: text.optional() })).default([]),
  impact: text.optional(),
  causes: z.array(text).default([]),
  lessons: z.array(text).default([]),
  components: references.default([]),
  runbooks_used: references.default([]),
  risks_materialised: references.default([]),
  actions: references.default([]),
});
export type Review = z.infer<typeof reviewSchema>;
