/** Id in an address: stable, lower case. `R-T01` → `r-t01`. */
export const slugOf = (id: string): string => id.toLowerCase();

/** Another name in an address: `Défaillance 8` → `defaillance-8`, `CI/CD` → `ci-cd`. */
export const aliasSlug = (alias: string): string =>
  alias
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
