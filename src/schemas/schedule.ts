import { z } from 'zod';
import { documentFields } from './envelope.ts';
import { duration, isoDate, recordId, reference, references, roleOrText, schedule, testResult, text } from './primitives.ts';

export const activity = z.strictObject({
  id: recordId,
  kind: z.enum(['job', 'maintenance', 'drill', 'rotation', 'review']),
  title: text,
  summary: text.optional(),
  schedule: schedule.optional(),
  timeout: duration.optional(),
  duration: duration.optional(),
  owner: roleOrText.optional(),
  participants: z.array(roleOrText).default([]),
  components: references.default([]),
  scenario: reference.optional(),
  runbook: reference.optional(),
  secret: text.optional(),
  automated: z.boolean().optional(),
  tasks: z.array(text).default([]),
  last: z.strictObject({ on: isoDate, result: testResult.optional(), measured_rto: duration.optional(), measured_rpo: duration.optional(), note: text.optional() }).optional(),
});

/** Jobs, maintenance, drills, rotations and reviews: what feeds the calendar. */
export const scheduleSchema = z.strictObject({
  kind: z.literal('schedule'),
  ...documentFields,
  time_zone: z.string().optional(),
  activities: z.array(activity).default([]),
});
export type Schedule = z.infer<typeof scheduleSchema>;
