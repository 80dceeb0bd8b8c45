import type { Site } from '../schemas/site.ts';

/** Whether site.yml lets this MDX file run code at build: only folders that it names, none by default. */
export const mdxAllowed = (site: Site, file: string): boolean => site.mdx.some((folder) => file.startsWith(`${folder.replace(/\/$/, '')}/`));
