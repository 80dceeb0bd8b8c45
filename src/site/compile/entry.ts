// What the compiled pages answer to whoever writes them (cli/compiled-pages.ts): where they stand, and each of them. Bundled with them.
import { createApp } from 'astro/app/entrypoint';
import { StaticPaths } from 'astro:static-paths';

type Path = Awaited<ReturnType<InstanceType<typeof StaticPaths>['getAll']>>[number];

const app = createApp({ streaming: false });

type Sheet = (typeof app.manifest.routes)[number]['styles'][number];
const nameOf = (sheet: Sheet): string => (sheet.type === 'external' ? sheet.src : sheet.content);

// Astro orders style sheets by which module the bundler happened to load first: the same code would give other pages on a busy machine.
// They hold in any order (styles/site.css).
for (const { styles } of app.manifest.routes) styles.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));

/** Every page and file of the wiki that was handed over, route by route. */
export const paths = (): Promise<Path[]> => new StaticPaths(app).getAll();

export const render = (request: Request, route: Path['route']): Promise<Response> => app.render(request, { routeData: route });
