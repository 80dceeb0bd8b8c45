import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import type { ViteDevServer } from 'vite';
import type { Finding } from '../checks/finding.ts';
import { handOver } from '../model/handover.ts';
import { count, type Lang } from '../model/text.ts';
import { contentRoot, readSiteData, type SiteData } from './site-data.ts';

/** Editors write a file in several steps: wait until they are done. */
const QUIET_MS = 40;

const errorsOf = ({ checks }: SiteData): Finding[] => checks.findings.filter(({ severity }) => severity === 'error');

function frame({ place, line }: Finding): string {
  const number = String(place.line);
  return line === undefined ? '' : `${number} | ${line}\n${' '.repeat(number.length)} | ${' '.repeat(place.column - 1)}^`;
}

/** Findings are in the site's language, and so is what stands around them. */
const WORDS = {
  en: { why: 'why:', fix: 'fix:', more: (number: number) => `+ ${number} more, in the terminal`, stays: (errors: number) => `${count.en(errors, 'error')}: the last good wiki stays up` },
  fr: { why: 'pourquoi :', fix: 'que faire :', more: (number: number) => `+ ${number} dans le terminal`, stays: (errors: number) => `${count.fr(errors, 'erreur')} : le dernier wiki correct reste servi` },
} as const;

const inWords = (finding: Finding, lang: Lang): string =>
  `${finding.rule}\n  ${finding.what}\n  ${finding.place.file}:${finding.place.line}:${finding.place.column}\n${frame(finding).replace(/^/gm, '    ')}\n  ${WORDS[lang].why} ${finding.why}\n  ${WORDS[lang].fix} ${finding.fix}`;

/** Shows the first error over the page, where Vite shows its own; the others are counted and stand in the terminal. */
function overlay(errors: readonly Finding[], root: string, lang: Lang): object {
  const [first] = errors;
  if (!first) return {};
  const others = errors.length > 1 ? `\n\n${WORDS[lang].more(errors.length - 1)}` : '';
  return {
    type: 'error',
    err: { message: `${first.rule}: ${first.what}\n\n${WORDS[lang].why} ${first.why}\n${WORDS[lang].fix} ${first.fix}${others}`, stack: '', id: join(root, first.place.file), frame: frame(first), loc: { file: join(root, first.place.file), line: first.place.line, column: first.place.column }, plugin: 'vigie' },
  };
}

/** In dev: reads content/ again after an edit. A good edit is on screen; one that `check` refuses is shown in the page and in the terminal, and the last good wiki stays. */
export function contentWatch(): AstroIntegration {
  return {
    name: 'vigie:content-watch',
    hooks: {
      'astro:server:setup': async ({ server, logger }) => {
        const root = contentRoot();
        let broken: readonly Finding[] = [];
        let lang: Lang = 'en';
        const tell = (vite: ViteDevServer): void => vite.environments.client.hot.send(overlay(broken, root, lang) as never);
        const refresh = async (first: boolean): Promise<void> => {
          const data = await readSiteData(root);
          broken = errorsOf(data);
          lang = data.wiki.site.language;
          for (const finding of broken) logger.error(inWords(finding, lang));
          if (broken.length > 0 && !first) {
            logger.warn(WORDS[lang].stays(broken.length));
            tell(server);
            return;
          }
          handOver(data);
          for (const name of ['ssr', 'prerender']) server.environments[name]?.hot.send('astro:content-changed', {});
          if (first) return;
          logger.info(`${data.wiki.documents.length} documents read again`);
          server.environments.client.hot.send({ type: 'full-reload', path: '*' });
        };
        await refresh(true);
        server.ws.on('connection', () => {
          if (broken.length > 0) setTimeout(() => tell(server), 200);
        });
        server.watcher.add(root);
        let timer: NodeJS.Timeout | undefined;
        server.watcher.on('all', (_event, path) => {
          if (!path.startsWith(root)) return;
          clearTimeout(timer);
          timer = setTimeout(() => {
            refresh(false).catch((error: unknown) => logger.error(String(error)));
          }, QUIET_MS);
        });
      },
    },
  };
}
