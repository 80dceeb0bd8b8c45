import type { APIRoute } from 'astro';
import { recordsSchema } from '../../../views/records-schema.ts';

export const GET: APIRoute = () => new Response(`${JSON.stringify(recordsSchema(), null, 1)}\n`);
