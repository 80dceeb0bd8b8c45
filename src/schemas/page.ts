import { z } from 'zod';
import { documentFields } from './envelope.ts';

/** Free narrative: the envelope and a body. */
export const pageSchema = z.strictObject({
  kind: z.literal('page'),
  ...documentFields,
  order: z.number().optional().describe('Position among the pages of its folder.'),
  section: z.string().optional().describe('Heading under which lists show it.'),
});
export type Page = z.infer<typeof pageSchema>;
