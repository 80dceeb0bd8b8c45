import type { AstroIntegration } from 'astro';
import { SNAPSHOT_FOLDER } from '../views/published-snapshot.ts';
import { siteData } from './site-data.ts';

/** Where a page's file stands in the built site. */
function fileOf(pathname: string): string {
  const path = pathname.replace(/^\/|\/$/g, '');
  return path === '' ? 'index.html' : path === '404' ? '404.html' : `${path}/index.html`;
}

/** The page that says what the snapshot is, which is made meanwhile. */
const waits = (pathname: string): boolean => pathname.replace(/^\/|\/$/g, '') === SNAPSHOT_FOLDER;

/** Tells who asked (`SiteData.onPages`) which pages will be written, in the order in which they are, so that they can be read as they come. */
export function pageOrder(): AstroIntegration {
  return {
    name: 'vigie:page-order',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((prerenderer) => ({
          ...prerenderer,
          async getStaticPaths() {
            const all = await prerenderer.getStaticPaths();
            // What waits for another process goes last: the others are not held up.
            const paths = [...all.filter(({ pathname }) => !waits(pathname)), ...all.filter(({ pathname }) => waits(pathname))];
            (await siteData()).onPages?.(paths.filter(({ route }) => route.type === 'page').map(({ pathname }) => fileOf(pathname)));
            return paths;
          },
        }));
      },
    },
  };
}
