import { z } from 'zod';
import { documentFields } from './envelope.ts';
import { availability, duration, holidays, isoDate, recordId, reference, references, roleOrText, text } from './primitives.ts';

/** How a role is reached. `masked` says that the source hides part of the value. */
export const contact = z.strictObject({
  channel: z.enum(['phone', 'sms', 'email', 'slack', 'teams', 'discord', 'pager', 'other']),
  value: text.optional().describe('Number, address or channel; left out when the source does not give it.'),
  for: references.default([]).describe('Severities it is meant for; all where empty.'),
  verified: isoDate.optional().describe('Day somebody last proved that it answers.'),
  masked: z.boolean().optional(),
  fictional: z.boolean().optional().describe('An example value from a reserved range, not a real contact.'),
  note: text.optional(),
});

export const role = z.strictObject({
  id: recordId,
  title: text,
  responsibilities: text.optional(),
  organisation: text.optional(),
  contacts: z.array(contact).default([]),
  availability: availability.optional(),
  holders: z.number().int().min(0).optional().describe('How many people hold the role.'),
  rotation: text.optional(),
  delegate: reference.optional(),
  aliases: z.array(text).default([]),
});

export const policy = z.strictObject({
  id: recordId,
  title: text.optional(),
  steps: z
    .array(
      z.strictObject({
        after: duration.describe('Time since the incident was declared.'),
        roles: references.min(1),
        severities: references.default([]).describe('Severities this step is for; all where empty.'),
        channels: z.array(text).default([]),
        note: text.optional(),
      }),
    )
    .min(1),
});

/** Who answers, who comes next, who decides (RACI: one accountable an activity). */
export const escalationSchema = z.strictObject({
  kind: z.literal('escalation'),
  ...documentFields,
  time_zone: z.string().optional().describe('IANA zone of the roles’ hours; the system’s unless set.'),
  holidays: holidays.optional(),
  roles: z.array(role).default([]),
  policies: z.array(policy).default([]),
  raci: z
    .array(
      z.strictObject({
        activity: text,
        responsible: z.array(roleOrText).default([]),
        accountable: z.union([roleOrText, z.array(roleOrText)]).optional(),
        consulted: z.array(roleOrText).default([]),
        informed: z.array(roleOrText).default([]),
      }),
    )
    .default([]),
});
export type Escalation = z.infer<typeof escalationSchema>;
