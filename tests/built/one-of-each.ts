import { takenNames } from '../../src/site/aliases.ts';

/** One page of every kind. `kindOf` tells the kinds apart; a test holds that none is forgotten here. */
export const ONE_OF_EACH: readonly string[] = [
  '/',
  '/risks/',
  '/incidents/',
  '/runbooks/',
  '/coverage/',
  '/calendar/',
  '/actions/',
  '/checks/',
  '/changes/',
  '/rules/',
  '/rules/time/runbook-exceeds-rto/',
  '/search/',
  '/data/',
  '/snapshot/',
  '/404.html',
  '/bienbon/',
  '/vigie/',
  '/amazon-reviews/risks/',
  '/amazon-reviews/risks/r-t01/',
  '/amazon-reviews/methods/grille-5x5/',
  '/amazon-reviews/incidents/',
  '/amazon-reviews/roles/',
  '/bienbon/runbooks/',
  '/bienbon/runbooks/rb-s1/',
  '/bienbon/continuity/',
  '/bienbon/scenarios/s1/',
  '/bienbon/components/redis/',
  '/bienbon/coverage/',
  '/bienbon/backups/',
  '/bienbon/calendar/',
  '/amazon-reviews/indicators/',
  '/amazon-reviews/actions/',
  '/bienbon/decisions/',
  '/bienbon/decisions/adr-036/',
  '/amazon-reviews/reviews/',
  '/amazon-reviews/reviews/pir-modele/',
  '/ascension/pages/',
  '/ascension/pages/ci-cd/',
  '/bienbon/redis-crash/',
];

/** The page of src/site/pages that an address is made by, near enough: `/bienbon/runbooks/rb-s1/` by `/<system>/runbooks/<name>/`. */
export function kindOf(path: string, systems: ReadonlySet<string>): string {
  const [first, section, name] = path.split('/').filter(Boolean);
  if (first === undefined || !systems.has(first)) return section === undefined ? path : `/${first}/<name>/`;
  if (section === undefined) return '/<system>/';
  if (name !== undefined) return `/<system>/${section}/<name>/`;
  return takenNames.has(section) ? `/<system>/${section}/` : '/<system>/<alias>/';
}
