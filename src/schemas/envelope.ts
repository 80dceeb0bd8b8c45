import { z } from 'zod';
import { duration, isoDate, recordId, references, roleOrText, text } from './primitives.ts';

/** An exception to a check: it has a reason, an author and an end, and is always listed. */
export const waiver = z.strictObject({
  rule: z.string().regex(/^[a-z]+\/[a-z-]+$/).describe('Id of the rule that is waived, such as time/runbook-exceeds-rto.'),
  record: z.string().optional().describe('Id of the record concerned; without it, the whole document.'),
  reason: text.describe('Why this is accepted for now.'),
  by: roleOrText.describe('Role that accepts it.'),
  until: isoDate.describe('Last day the waiver holds.'),
});

export const evidence = z.strictObject({
  title: text,
  url: z.url().optional(),
  path: z.string().optional().describe('A file inside content/.'),
  date: isoDate.optional(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/).optional(),
});

/** Fields that every document may carry, whatever its kind (MODEL.md, envelope). */
export const envelopeFields = {
  title: text.describe('What readers see.'),
  system: z.string().optional().describe('Taken from the folder unless set.'),
  summary: text.optional().describe('One sentence, shown under the title and in lists.'),
  status: z.enum(['draft', 'active', 'deprecated', 'retired']).default('active'),
  owner: roleOrText.optional().describe('Accountable role.'),
  version: z.union([z.string(), z.number()]).transform(String).optional(),
  classification: z.enum(['public', 'internal', 'confidential']).optional(),
  reviewed: isoDate.optional().describe('Day of the last review.'),
  review_every: duration.optional().describe('How often it must be reviewed.'),
  approved_by: roleOrText.optional(),
  approved_on: isoDate.optional(),
  tags: z.array(text).default([]),
  aliases: z.array(text).default([]).describe('Other names: alerts, old ids. They feed search and redirects.'),
  related: references.default([]),
  supersedes: references.default([]),
  evidence: z.array(evidence).default([]),
  waivers: z.array(waiver).default([]),
  lang: z.enum(['fr', 'en']).optional().describe('Language of the document; the site’s unless set.'),
} as const;

/** A document of lists: the id is optional, the file's path names it. */
export const documentFields = { ...envelopeFields, id: recordId.optional() } as const;

/** A document that is itself a record. */
export const recordFields = { ...envelopeFields, id: recordId } as const;
