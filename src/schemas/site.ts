import { z } from 'zod';
import { holidays, text } from './primitives.ts';

/** Who a forge knows: @name, @organisation/team, or an address. */
const account = z.string().regex(/^(@[\w.-]+(\/[\w.-]+)*|[^\s@]+@[^\s@]+)$/, 'an account such as @ops or @ops/on-call, or an e-mail address');

/** content/site.yml: what holds for the whole wiki. */
export const siteSchema = z.strictObject({
  title: text,
  organisation: text.optional(),
  summary: text.optional(),
  language: z.enum(['fr', 'en']).default('fr'),
  time_zone: z.string().default('Europe/Paris').describe('IANA zone of hours and dates.'),
  holidays: holidays.optional(),
  url: z.url().optional().describe('Public address, for feeds and the sitemap.'),
  repository: z.url().optional().describe('Forge of the content, for edit and history links.'),
  branch: z.string().default('main'),
  forge: z.enum(['github', 'gitlab', 'gitea', 'bitbucket']).optional().describe('Form of the forge’s addresses; guessed from its host.'),
  as_of: z.union([z.literal('build'), z.literal('commit'), z.iso.date()]).default('build'),
  index: z.boolean().default(false).describe('Let search engines index the wiki.'),
  audience: z.enum(['internal', 'public']).default('internal').describe('Whom the site is built for: public leaves out every document that is not classified public.'),
  classification: z.enum(['public', 'internal', 'confidential']).default('internal').describe('Classification of documents that give none.'),
  mdx: z.array(z.string()).default([]).describe('Folders whose .mdx may run code at build; none by default.'),
  offline: z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u, 'all, none, or the id of a system').default('all').describe('What devices keep for reading without a network: all, none, or one system (its id) with the pages shared by all.'),
  offline_budget: z.number().positive().default(50).describe('Megabytes that a device is asked to keep at most, uncompressed; the largest attachments are left out first.'),
  owners: z.record(z.string(), z.union([account, z.array(account).min(1)])).default({}).describe('Accounts of the forge by role, or by system/role: who approves a change (vigie codeowners). * for what has no owner.'),
  alerts: z.array(z.string()).default([]).describe('Prometheus rule files of content/, whose alerts are held against the runbooks at each check.'),
  snapshots: z.enum(['none', 'whole', 'each']).default('whole').describe('PDF that a build publishes: the whole wiki for auditors; each: also one for every register, runbook and incident page, to print for the worst night; or none.'),
  systems: z.array(z.string()).default([]).describe('Order of the systems; the others follow by name.'),
  checks: z.record(z.string().regex(/^[a-z]+\/[a-z-]+$/), z.union([
    z.enum(['error', 'warning', 'off']),
    z.strictObject({ severity: z.enum(['error', 'warning', 'off']).optional(), systems: z.array(z.string()).optional() }),
  ])).default({}).describe('Severity or scope of rules; reading errors cannot be changed.'),
});
export type Site = z.infer<typeof siteSchema>;
