// What the compiled pages answer to whoever writes them (cli/compiled-pages.ts): where they stand, and each of them. Bundled with them.
import { createApp } from 'astro/app/entrypoint';
import { StaticPaths } from 'astro:static-paths';

type Path = Awaited<ReturnType<InstanceType<typeof StaticPaths>['getAll']>>[number];

const app = createApp({ streaming: false });

/** Every page and file of the wiki that was handed over, route by route. */
export const paths = (): Promise<Path[]> => new StaticPaths(app).getAll();

export const render = (request: Request, route: Path['route']): Promise<Response> => app.render(request, { routeData: route });
