import { zip } from '../../plugins/portable/zip.ts';
import { readAttachment } from '../readers/attachment.ts';
import { publishedFiles, type MadeFile, type PublishedFile } from '../views/published-files.ts';
import { calendarWords } from '../words/calendar-words.ts';
import { href } from './href.ts';
import { contentRoot, type SiteData } from './site-data.ts';

const made = new WeakMap<SiteData, Promise<readonly MadeFile[]>>();

/** The files below /data/ that pages have to make themselves, once a reading of the wiki: none where a build makes them aside. */
export function filesToMake(data: SiteData, site: URL | undefined): Promise<readonly MadeFile[]> {
  if (data.published) return Promise.resolve([]);
  let files = made.get(data);
  if (!files) {
    const { wiki, history } = data;
    const root = contentRoot();
    const address = (path: string): string | undefined => (site ? new URL(href(path), site).href : undefined);
    files = Array.fromAsync(publishedFiles({ wiki, history, ...calendarWords(wiki.site.language), address, attachment: (file) => readAttachment(root, file) }, zip));
    made.set(data, files);
  }
  return files;
}

/** Every file that is published beside the pages, whoever makes it. */
export const publishedData = (data: SiteData, site: URL | undefined): Promise<readonly PublishedFile[]> => data.published ?? filesToMake(data, site);
