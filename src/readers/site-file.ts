import type { ReadingProblem } from '../model/problem.ts';
import { siteSchema, type Site } from '../schemas/site.ts';
import { readYaml } from './frontmatter.ts';
import { schemaProblems } from './schema-problems.ts';

export const SITE_FILE = 'site.yml';

const MISSING: ReadingProblem = {
  rule: 'content/syntax',
  what: { en: 'site.yml is missing', fr: 'site.yml manque' },
  place: { file: SITE_FILE, line: 1, column: 1 },
  fix: { en: 'Write content/site.yml with at least title:.', fr: 'Écrire content/site.yml avec au moins title:.' },
};

/** Reads content/site.yml. A mistake in it is reported and the rest of it holds. */
export function readSite(text: string | undefined): { site: Site; problems: readonly ReadingProblem[] } {
  const fallback = { title: 'Vigie' };
  if (text === undefined) {
    return { site: siteSchema.parse(fallback), problems: [MISSING] };
  }
  const matter = { ...readYaml(text, SITE_FILE, 1), body: '', bodyLine: 1 };
  const result = siteSchema.safeParse(matter.data ?? fallback);
  if (result.success) return { site: result.data, problems: matter.problems };
  const wrong = new Set(result.error.issues.map((issue) => String(issue.path[0] ?? '')));
  const unknown = new Set(result.error.issues.flatMap((issue) => (issue.code === 'unrecognized_keys' && issue.path.length === 0 ? issue.keys : [])));
  const right = Object.fromEntries(Object.entries(matter.data ?? {}).filter(([key]) => !wrong.has(key) && !unknown.has(key)));
  const kept = siteSchema.safeParse({ ...fallback, ...right });
  return { site: kept.success ? kept.data : siteSchema.parse(fallback), problems: [...matter.problems, ...schemaProblems(result.error, siteSchema, matter)] };
}
