import { z } from 'zod';

/** Raised by one where a reader of the format would break; new keys raise what follows the dot. */
export const DIFF_VERSION = '1.0';

const file = z.string().describe('From the top of the repository, with slashes.');
const line = z.int().min(1);
const system = z.string().describe('Folder of content/.');
const value = z.unknown();

const state = z.strictObject({
  name: z.string().nullable().describe('As it was named; null for the work tree.'),
  commit: z.string().nullable(),
  date: z.string().nullable().describe('Instant of the commit, ISO 8601.'),
  documents: z.int().min(0),
  records: z.int().min(0),
  unread: z.array(z.strictObject({ file, line, what: z.string() })).describe('What could not be read there, and is left out of the comparison.'),
});

const field = z
  .strictObject({
    path: z.string().describe('Field of the record: current.likelihood, secrets[DATABASE_URL].rotate; items without a name count from 1.'),
    before: value.optional().describe('Value in the base; absent where there was none.'),
    after: value.optional(),
    removed: z.array(value).optional().describe('Items that a list lost.'),
    added: z.array(value).optional().describe('Items that a list won.'),
    reordered: z.array(value).optional().describe('The same items in this order.'),
    lines: z.strictObject({ removed: z.int().min(0), added: z.int().min(0) }).optional().describe('Lines that a text lost and won.'),
  })
  .describe('One field that changed: a value, the items of a list, their order, or a text.');

const finding = z.strictObject({ rule: z.string(), severity: z.enum(['error', 'warning']), what: z.string(), file, line, system, record: z.string().nullable() });

/** What `vigie diff --format json` prints. */
const diffShape = z.strictObject({
  version: z.literal(DIFF_VERSION).describe('Of this format.'),
  tool: z.strictObject({ name: z.literal('vigie'), version: z.string() }),
  language: z.enum(['en', 'fr']).describe('Of every what.'),
  asOf: z.iso.date().describe('The day that both states are read on.'),
  from: state,
  to: state,
  same: z.boolean().describe('Nothing changed.'),
  worse: z.boolean().describe('What --fail-on worse looks at: a consequence that makes something worse, or a finding that the change brings.'),
  summary: z.strictObject({ worse: z.int().min(0), better: z.int().min(0), neutral: z.int().min(0), records: z.int().min(0), files: z.int().min(0), findingsAppeared: z.int().min(0), findingsDisappeared: z.int().min(0) }),
  consequences: z
    .array(
      z.strictObject({
        id: z.string().describe('Permanent id of the consequence, kind/name: risk/moved, severity/unanswered.'),
        effect: z.enum(['worse', 'better', 'neutral']),
        kind: z.string(),
        system,
        key: z.string().describe('system/id of the record.'),
        title: z.string(),
        what: z.string().describe('Said of the record.'),
        from: z.union([z.string(), z.number()]).nullable().describe('Before: a score, minutes, a number, or a word.'),
        to: z.union([z.string(), z.number()]).nullable(),
        file,
        line,
      }),
    )
    .describe('What the change does to the operation, the worst first.'),
  records: z
    .array(
      z.strictObject({
        change: z.enum(['appeared', 'gone', 'changed', 'unread']).describe('unread: it stands in one state, and the other could not be read there.'),
        kind: z.string(),
        system,
        key: z.string(),
        title: z.string(),
        file,
        line,
        was: z.strictObject({ key: z.string(), title: z.string(), followed: z.enum(['key', 'system', 'id', 'alias', 'file', 'title']).describe('How it was found again.') }).nullable().describe('What it was called, where that changed.'),
        movedFrom: z.string().nullable().describe('The file it stood in, where that changed.'),
        fields: z.array(field),
      }),
    )
    .describe('Every record that is not what it was.'),
  documents: z.array(z.strictObject({ change: z.enum(['appeared', 'gone', 'renamed', 'changed']), file, was: z.string().nullable(), kind: z.string(), system, title: z.string(), fields: z.array(field).describe('Those of a document of lists; those of a document that is a record stand with the record.') })),
  others: z.array(z.strictObject({ change: z.enum(['appeared', 'gone', 'renamed', 'changed']), file, was: z.string().nullable() })).describe('Images and attachments.'),
  settings: z.array(field).describe('site.yml.'),
  findings: z.strictObject({
    appeared: z.array(finding.extend({ waiver: z.boolean().describe('Its waiver is over.') })),
    disappeared: z.array(finding.extend({ waiver: z.boolean().describe('A waiver sets it aside.') })),
    changed: z.array(z.strictObject({ before: finding, after: finding })).describe('The same finding with other figures, or of another severity.'),
    unknown: z.array(finding).describe('In files that could not be read in the base.'),
    standing: z.int().min(0).describe('Findings that stood and still do.'),
  }),
  waivers: z.array(z.strictObject({ change: z.enum(['added', 'removed', 'changed', 'expired']), file, rule: z.string(), record: z.string().nullable(), reason: z.string(), by: z.string(), until: z.iso.date(), untilBefore: z.iso.date().nullable() })),
  matrices: z.array(
    z.strictObject({
      system,
      method: z.string(),
      ...(() => {
        const grid = z.strictObject({ columns: z.array(z.string()).describe('Likelihoods, from the mildest.'), rows: z.array(z.strictObject({ impact: z.string(), counts: z.array(z.int().min(0)) })).describe('Impacts, from the gravest.'), levels: z.array(z.strictObject({ label: z.string(), count: z.int().min(0) })) }).nullable();
        return { before: grid, after: grid };
      })(),
    }),
  ).describe('Risk matrices whose counts changed.'),
});
export type DiffJson = z.infer<typeof diffShape>;

/** The same as a JSON Schema, draft 2020-12. */
export const diffSchema = (): object => ({ title: 'vigie diff', ...z.toJSONSchema(diffShape, { target: 'draft-2020-12' }) });
