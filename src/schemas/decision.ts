import { z } from 'zod';
import { recordFields } from './envelope.ts';
import { isoDate, recordId, references, roleOrText, text } from './primitives.ts';

/** An architecture decision record; `decisions` lists the choices it settles. */
export const decisionSchema = z.strictObject({
  kind: z.literal('decision'),
  ...recordFields,
  status: z.enum(['draft', 'proposed', 'accepted', 'superseded', 'deprecated', 'rejected']).default('proposed'),
  date: isoDate.optional(),
  deciders: z.array(roleOrText).default([]),
  reviewers: z.array(roleOrText).default([]),
  requires: z.array(text).default([]).describe('Decisions it rests on; those outside the wiki are named as they are.'),
  decisions: z
    .array(z.strictObject({ id: recordId, title: text, phase: text.optional(), cost: text.optional(), related: references.default([]) }))
    .default([]),
});
export type Decision = z.infer<typeof decisionSchema>;
