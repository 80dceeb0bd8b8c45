/** Pages of a system: an alias never stands over one of them. */
export const takenNames: ReadonlySet<string> = new Set(['actions', 'backups', 'calendar', 'components', 'continuity', 'coverage', 'decisions', 'incidents', 'indicators', 'methods', 'pages', 'reviews', 'risks', 'roles', 'runbooks', 'scenarios', 'index']);

/** Whether a page's path, under the site's base, is that of an alias: a page of a system or section that is none of those it has. */
export function isAliasPage(path: string, base = '/'): boolean {
  const [, name, ...rest] = path.slice(base.replace(/\/$/, '').length).split('/').filter(Boolean);
  return name !== undefined && rest.length === 0 && !takenNames.has(name);
}
