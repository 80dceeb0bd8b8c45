export interface Crumb {
  label: string;
  /** Absent on the page itself. */
  href?: string;
}
