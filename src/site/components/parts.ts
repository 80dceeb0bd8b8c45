/** What Once.astro has rendered in this build, by what it depends on. */
export const parts = new Map<string, string>();
