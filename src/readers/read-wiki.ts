import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ReadingProblem } from '../model/problem.ts';
import type { WikiDocument } from '../model/records.ts';
import { buildWiki, type Wiki } from '../model/wiki.ts';
import { missingAlerts, readAlertRules } from './alert-rules.ts';
import { diskSource, type ContentSource } from './content-source.ts';
import { readDocument } from './document.ts';
import { folderNameProblem } from './folder-name.ts';
import { mdxAllowed } from './mdx.ts';
import { mojibake } from './mojibake.ts';
import { readingMemory, type FileReading, type ReadingMemory } from './reading-memory.ts';
import { readSite, SITE_FILE } from './site-file.ts';
import { unreadable } from './walk.ts';

export interface ReadOptions {
  /** Today for everything that depends on it, YYYY-MM-DD; else `as_of` of site.yml, else the day of the run. */
  readonly asOf?: string | undefined;
  /** The day of the run, YYYY-MM-DD. */
  readonly today: string;
  /** Told how many documents are read, for a progress line. */
  readonly onProgress?: (done: number, total: number) => void;
  /** What an earlier reading of the same folder left; this one leaves its own there. */
  readonly memory?: ReadingMemory | undefined;
}

/** Reads content/ once, for every face. Nothing is thrown for a bad file: its problems are in the wiki, and all other files are read. */
export const readWiki = (root: string, options: ReadOptions): Wiki => readSource(diskSource(root), options);

/** The same, wherever it stands. */
export function readSource(source: ContentSource, options: ReadOptions): Wiki {
  const steps = readSteps(source, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** How long reading goes on before others have their turn. */
const TURN_MS = 15;

/** The same, while something else goes on in the process: it lets it have its turn between two documents. */
export async function readWikiByTurns(root: string, options: ReadOptions): Promise<Wiki> {
  const steps = readSteps(diskSource(root), options);
  let turn = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - turn < TURN_MS) continue;
    await nextTurn();
    turn = performance.now();
  }
}

/** Stops after each document. */
function* readSteps({ listing, read }: ContentSource, options: ReadOptions): Generator<undefined, Wiki, undefined> {
  const problems: ReadingProblem[] = [...listing.problems];
  const texts = new Map<string, string>();
  const memory = options.memory ?? readingMemory();
  const opened: string[] = [];
  const open = (file: string): FileReading => {
    const stamp = listing.stamps?.get(file);
    const known = memory.files.get(file);
    if (known && stamp !== undefined && known.stamp === stamp) return known;
    opened.push(file);
    let reading: FileReading;
    try {
      const { text, problems: found } = read(file);
      // The same text says the same: in another revision, or in a file that was only touched.
      const document = text !== undefined && known?.text === text ? known.document : undefined;
      reading = { stamp, text, problems: text === undefined ? found : [...found, ...mojibake(text, file)], document };
    } catch (error) {
      reading = { stamp: undefined, text: undefined, problems: [unreadable(file, error)], document: undefined };
    }
    memory.files.set(file, reading);
    return reading;
  };
  const load = (file: string): FileReading => {
    const reading = open(file);
    problems.push(...reading.problems);
    if (reading.text !== undefined) texts.set(file, reading.text);
    return reading;
  };

  const { site, problems: siteProblems } = readSite(listing.files.has(SITE_FILE) ? load(SITE_FILE).text : undefined);
  problems.push(...siteProblems);
  // The site's language and folders are part of how each document is read.
  if (memory.site !== texts.get(SITE_FILE)) for (const reading of memory.files.values()) reading.document = undefined;
  memory.site = texts.get(SITE_FILE);
  // Pictures that could run code are checked as text (content/active-html).
  for (const file of listing.files) if (/\.svg$/i.test(file)) load(file);
  const alerts = site.alerts.map((file) => (listing.files.has(file) ? readAlertRules(load(file).text ?? 'groups: []', file) : missingAlerts(file)));
  problems.push(...alerts.flatMap((each) => each.problems));
  const documents: WikiDocument[] = [];
  const lost = new Set<string>();
  const folders = new Set<string>();
  for (const [index, file] of listing.documents.entries()) {
    yield;
    options.onProgress?.(index, listing.documents.length);
    const reading = load(file);
    if (reading.text === undefined) continue;
    if (!file.includes('/')) {
      problems.push({
        rule: 'content/syntax',
        what: { en: `${file} stands outside any folder`, fr: `${file} n’est dans aucun dossier` },
        place: { file, line: 1, column: 1 },
        fix: { en: 'Move it into the folder of a system.', fr: 'Le déplacer dans le dossier d’un système.' },
      });
      continue;
    }
    const folder = file.split('/')[0] ?? '';
    const misnamed = folders.has(folder) ? undefined : folderNameProblem(folder, file);
    folders.add(folder);
    if (misnamed) problems.push(misnamed);
    if (/\.mdx$/i.test(file) && !mdxAllowed(site, file)) {
      problems.push({
        rule: 'content/syntax',
        what: { en: `${file} is MDX, which runs code, and site.yml does not allow it there`, fr: `${file} est en MDX, qui exécute du code, et site.yml ne l’autorise pas à cet endroit` },
        place: { file, line: 1, column: 1 },
        fix: { en: 'Rename it to .md, or list its folder under mdx: in site.yml.', fr: 'Le renommer en .md, ou citer son dossier sous mdx: dans site.yml.' },
      });
      continue;
    }
    const { document, problems: found, lost: missing } = (reading.document ??= readDocument(reading.text, file, site));
    problems.push(...found);
    for (const key of missing) lost.add(key);
    if (document) documents.push(document);
  }
  for (const file of memory.files.keys()) if (!listing.files.has(file)) memory.files.delete(file);
  memory.opened = opened;
  const asOf = options.asOf ?? (/^\d/.test(site.as_of) ? site.as_of : options.today);
  return buildWiki({ site, asOf, documents, problems, unreadable: lost, files: listing.files, alertRules: alerts.flatMap((each) => each.alerts), textOf: (file) => texts.get(file) });
}
