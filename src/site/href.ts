/** Address of a page or file of this site under its base. Full addresses, `tel:`, `mailto:` and `#…` pass as they are. */
export function href(path: string): string {
  if (/^(?:[a-z][a-z\d+.-]*:|#|\/\/)/i.test(path)) return path;
  const base = import.meta.env.BASE_URL.replace(/\/$/, '');
  return `${base}/${path.replace(/^\//, '')}`;
}
