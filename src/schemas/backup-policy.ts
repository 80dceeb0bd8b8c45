import { z } from 'zod';
import { documentFields } from './envelope.ts';
import { duration, isoDate, recordId, reference, references, roleOrText, schedule, testResult, text } from './primitives.ts';

export const backup = z.strictObject({
  id: recordId,
  title: text,
  components: references.default([]),
  method: z.enum(['full', 'incremental', 'differential', 'continuous', 'point-in-time', 'snapshot', 'replication', 'sync', 'export', 'lifecycle', 'manual', 'none']).optional(),
  schedule: schedule.optional().describe('Left out where nothing is scheduled.'),
  retention: z.union([duration, text]).optional(),
  tool: text.optional(),
  copies: z.array(z.strictObject({ location: text, offsite: z.boolean().optional(), note: text.optional() })).default([]),
  encrypted: z.boolean().optional(),
  runbook: reference.optional(),
  restore_test: z
    .strictObject({ every: duration.optional(), last: isoDate.optional(), result: testResult.optional(), measured: duration.optional(), note: text.optional() })
    .optional(),
  rpo: duration.optional().describe('What the source says this backup holds (a promise to compare, not a measure).'),
  owner: roleOrText.optional(),
  cost: text.optional(),
  note: text.optional(),
});

export const backupPolicySchema = z.strictObject({
  kind: z.literal('backup-policy'),
  ...documentFields,
  backups: z.array(backup).default([]),
});
