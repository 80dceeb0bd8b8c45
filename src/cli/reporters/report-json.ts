import { z } from 'zod';

/** Raised by one where a reader of the format would break; new keys raise what follows the dot. */
export const REPORT_VERSION = '1.0';

const finding = z.strictObject({
  rule: z.string().describe('Permanent id of the rule, group/name.'),
  severity: z.enum(['error', 'warning']),
  title: z.string().describe('What the rule finds, in a few words.'),
  what: z.string().describe('The fact.'),
  why: z.string().describe('Why it matters.'),
  fix: z.string().describe('What to do.'),
  file: z.string().describe('From the top of the repository, with slashes; from the working folder where there is no repository.'),
  line: z.int().min(1),
  column: z.int().min(1).describe('In UTF-16 code units.'),
  source: z.string().nullable().describe('The line as it stands, without credentials.'),
  system: z.string().describe('Folder of content/.'),
  record: z.string().nullable().describe('system/id of the record concerned.'),
  fingerprint: z.string().describe('Names the finding from one run to the next, wherever its line moves; unique among the findings, and among the waived.'),
});

/** What `check --format json` prints. */
const reportShape = z.strictObject({
  version: z.literal(REPORT_VERSION).describe('Of this format.'),
  tool: z.strictObject({ name: z.literal('vigie'), version: z.string() }),
  asOf: z.iso.date().describe('The day taken for today.'),
  language: z.enum(['en', 'fr']).describe('Of title, what, why and fix.'),
  compared: z
    .strictObject({
      revision: z.string().describe('As it was named.'),
      commit: z.string().describe('The commit that was read: where the change left the revision.'),
      standing: z.int().min(0).describe('Findings that stood there and still do: they are not listed.'),
    })
    .nullable()
    .describe('With --changed: only what the change made worse is listed.'),
  summary: z.strictObject({ errors: z.int().min(0), warnings: z.int().min(0), waived: z.int().min(0), files: z.int().min(0) }),
  rules: z.array(z.string()).describe('Ids of the rules that ran.'),
  findings: z.array(finding).describe('By file, line, column and rule.'),
  waived: z.array(finding.extend({ waiver: z.strictObject({ reason: z.string(), by: z.string(), until: z.iso.date() }) })).describe('Findings that somebody accepted until a date.'),
});
export type ReportJson = z.infer<typeof reportShape>;

/** The same as a JSON Schema, draft 2020-12. */
export const reportSchema = (): object => ({ title: 'vigie check', ...z.toJSONSchema(reportShape, { target: 'draft-2020-12' }) });
