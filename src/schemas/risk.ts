import { z } from 'zod';
import { envelopeFields } from './envelope.ts';
import { isoDate, rating, ratingOrNone, recordId, references, roleOrText, text } from './primitives.ts';

export const control = z.strictObject({
  kind: z.enum(['preventive', 'detective', 'corrective']),
  title: text,
  state: z.enum(['in-place', 'planned', 'missing']).optional(),
});

/** A risk accepted with its reason and an end (ISO 27005, risk acceptance). */
export const acceptance = z.strictObject({
  by: roleOrText,
  on: isoDate,
  expires: isoDate.optional(),
  why: text,
});

/** Fields of one risk, in a register's list or in a file of its own (ISO 31000 vocabulary). */
const riskFields = {
  id: recordId,
  title: text.describe('The event and its effect, in a few words.'),
  summary: text.optional(),
  category: z.string().optional().describe('technical, operational, security, business, legal, financial… or the method’s own.'),
  components: references.default([]).describe('Components it touches.'),
  inherent: rating.optional().describe('Rating before any control.'),
  current: ratingOrNone.describe('Today’s rating, controls included. Score and level are derived from the method.'),
  target: rating.optional().describe('Rating once the treatment is done.'),
  criticality: z.number().optional().describe('The score as a source wrote it: checked against the method.'),
  level: z.string().optional().describe('The level as a source wrote it: checked against the method.'),
  treatment: z.enum(['mitigate', 'avoid', 'transfer', 'accept']).optional(),
  controls: z.array(control).default([]),
  actions: references.default([]).describe('Ids from an action plan.'),
  owner: roleOrText.optional(),
  state: z.enum(['open', 'treating', 'accepted', 'materialised', 'closed']).default('open'),
  runbooks: references.default([]),
  scenarios: references.default([]),
  indicators: references.default([]),
  acceptance: acceptance.optional(),
  causes: z.array(text).default([]),
  consequences: z.array(text).default([]),
  reviewed: isoDate.optional(),
  related: references.default([]),
  aliases: z.array(text).default([]),
  tags: z.array(text).default([]),
} as const;

export const riskRecord = z.strictObject(riskFields);
export type Risk = z.infer<typeof riskRecord>;

/** A risk that outgrew its register. */
export const riskSchema = z.strictObject({
  kind: z.literal('risk'),
  ...envelopeFields,
  ...riskFields,
  register: recordId.describe('Id of the register it belongs to.'),
});
