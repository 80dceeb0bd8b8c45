import type { APIRoute } from 'astro';
import { journal } from '../../views/journal.ts';
import { atomXml, escapeXml, stableUrn } from '../atom.ts';
import { href } from '../href.ts';
import { translator } from '../../words/index.ts';
import { documentPath } from '../routes.ts';
import { siteData } from '../site-data.ts';

const ENTRIES = 50;

/** The latest changes of content/ for a feed reader. The same commit is the same entry in every build. */
export const GET: APIRoute = async ({ site }) => {
  const { wiki, history } = await siteData();
  const t = translator(wiki.site.language);
  const address = (path: string): string => (site ? new URL(href(path), site).href : href(path));
  const { days } = journal(wiki, history, ENTRIES);
  const changes = days.flatMap(({ entries }) => entries);
  const newest = changes.map(({ commit }) => commit.date).sort((a, b) => Date.parse(b) - Date.parse(a))[0];
  return new Response(
    atomXml({
      id: stableUrn(`changes of ${wiki.site.repository ?? wiki.site.url ?? wiki.site.title}`),
      title: t('changes.feed-title', { title: wiki.site.title }),
      lang: wiki.site.language,
      // The newest change, not the second of the build: the same commit gives the same file.
      updated: newest ?? `${wiki.asOf}T00:00:00Z`,
      author: wiki.site.organisation ?? wiki.site.title,
      self: address('/changes.xml'),
      page: address('/changes/'),
      entries: changes.map(({ commit, folders, settings }) => ({
        id: stableUrn(`commit ${commit.hash}`),
        title: commit.subject,
        updated: commit.date,
        author: commit.author,
        link: address(`/changes/#c-${commit.hash.slice(0, 10)}`),
        categories: folders.map(({ title }) => title),
        content: [
          ...folders.map(({ title, documents, others }) => `<p>${escapeXml(title)}</p><ul>${documents.map((document) => `<li><a href="${escapeXml(address(documentPath(document)))}">${escapeXml(document.title)}</a></li>`).join('')}${others.map((file) => `<li>${escapeXml(file)}</li>`).join('')}</ul>`),
          ...(settings ? [`<p>${escapeXml(t('changes.settings'))}</p>`] : []),
        ].join(''),
      })),
    }),
    { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } },
  );
};
