import { z } from 'zod';
import { recordFields } from './envelope.ts';
import { duration, holidays, recordId, references, roleOrText, schedule, text } from './primitives.ts';

export const component = z.strictObject({
  id: recordId,
  title: text,
  summary: text.optional(),
  kind: z.enum(['application', 'service', 'worker', 'datastore', 'queue', 'cache', 'storage', 'network', 'platform', 'supplier', 'job', 'device']),
  redundancy: z.enum(['active-active', 'active-passive', 'none', 'managed']).optional(),
  instances: z.number().int().min(0).optional(),
  failover: z.enum(['automatic', 'manual', 'none']).optional(),
  spof: z.enum(['yes', 'partial', 'no', 'rare']).optional().describe('Single point of failure, as judged by the source.'),
  fallback: text.optional().describe('What takes over, or what is planned.'),
  depends_on: references.default([]),
  supplier: z.string().optional(),
  rto: duration.optional(),
  rpo: duration.optional(),
  stateful: z.boolean().optional().describe('Holds data that a backup must cover; datastores and storage do unless set.'),
  location: text.optional(),
  version: z.union([z.string(), z.number()]).transform(String).optional(),
  owner: roleOrText.optional(),
  aliases: z.array(text).default([]),
});

export const environment = z.strictObject({
  id: recordId,
  title: text.optional(),
  url: text.optional(),
  purpose: text.optional(),
  deploy: z.enum(['automatic', 'manual', 'approval']).optional(),
  note: text.optional(),
});

export const supplier = z.strictObject({
  id: recordId,
  title: text,
  service: text.optional(),
  sla: text.optional().describe('As promised by the supplier (99.9 %).'),
  location: text.optional(),
  plan: text.optional(),
  status_page: z.url().optional(),
  note: text.optional(),
});

/** A secret by name and purpose: a value never stands in the wiki. */
export const secret = z.strictObject({
  name: text,
  purpose: text.optional(),
  rotate: z.union([z.enum(['on compromise', 'on departure', 'never']), schedule, duration]).optional().describe('Schedule, duration, on compromise, on departure, or never where a change would break what it protects.'),
  recommended: z.boolean().optional().describe('The rotation is a recommendation, not a rule in force.'),
  location: text.optional(),
  owner: roleOrText.optional(),
  last_rotated: z.iso.date().optional(),
});

/** One service: components, environments, suppliers, promises (ISO 22301: RTO, RPO). */
export const systemSchema = z.strictObject({
  kind: z.literal('system'),
  ...recordFields,
  rto: duration.optional().describe('Recovery time objective promised for the whole system.'),
  rpo: duration.optional().describe('Recovery point objective promised for the whole system.'),
  sla: text.optional().describe('Availability promised to users (99.9 %).'),
  hours: z.string().optional().describe('Hours covered by the team, opening-hours syntax.'),
  time_zone: z.string().optional().describe('IANA zone of the system’s hours; the site’s unless set.'),
  holidays: holidays.optional(),
  components: z.array(component).default([]),
  environments: z.array(environment).default([]),
  suppliers: z.array(supplier).default([]),
  secrets: z.array(secret).default([]),
  links: z.array(z.strictObject({ kind: z.enum(['dashboard', 'repository', 'status', 'documentation', 'logs', 'ticket', 'other']), title: text, url: z.url().optional(), access: text.optional(), note: text.optional() })).default([]),
});
export type System = z.infer<typeof systemSchema>;
export type Component = z.infer<typeof component>;
