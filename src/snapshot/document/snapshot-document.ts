import type { Print } from '../print.ts';
import type { SnapshotPart } from '../options.ts';
import type { Chapter, SnapshotDocument } from './block.ts';
import { classificationOf, coverOf, titleOf } from './cover.ts';
import { actionsChapter } from './chapters/actions.ts';
import { approvalsChapter } from './chapters/approvals.ts';
import { backupsChapter } from './chapters/backups.ts';
import { calendarChapter } from './chapters/calendar.ts';
import { changesChapter } from './chapters/changes.ts';
import { continuityChapter } from './chapters/continuity.ts';
import { coverageChapter } from './chapters/coverage.ts';
import { decisionsChapter } from './chapters/decisions.ts';
import { findingsChapter } from './chapters/findings.ts';
import { glossaryChapter } from './chapters/glossary.ts';
import { incidentsChapter } from './chapters/incidents.ts';
import { indicatorsChapter } from './chapters/indicators.ts';
import { methodChapter } from './chapters/method.ts';
import { pagesChapter } from './chapters/pages.ts';
import { portfolioChapter } from './chapters/portfolio.ts';
import { indexChapter } from './chapters/record-index.ts';
import { registerChapter } from './chapters/register.ts';
import { reviewsChapter } from './chapters/reviews.ts';
import { risksChapter } from './chapters/risks.ts';
import { rolesChapter } from './chapters/roles.ts';
import { runbooksChapter } from './chapters/runbooks.ts';
import { systemChapter } from './chapters/system.ts';
import { turnWide } from './turn-wide.ts';

/** Chapters of one system, or of a section of the wiki that is none, in reading order. */
const systemChapters: readonly ((print: Print, system: string) => Chapter | undefined)[] = [systemChapter, registerChapter, risksChapter, incidentsChapter, rolesChapter, runbooksChapter, continuityChapter, backupsChapter, calendarChapter, indicatorsChapter, actionsChapter, decisionsChapter, reviewsChapter, pagesChapter];

/** What stands before the systems, and after them. */
const before: readonly ((print: Print) => Chapter | undefined)[] = [methodChapter, portfolioChapter];
const after: readonly ((print: Print) => Chapter | undefined)[] = [coverageChapter, findingsChapter, changesChapter, approvalsChapter, glossaryChapter, indexChapter];
/** A part alone, with what it takes to read it. */
const partChapters: Readonly<Record<SnapshotPart['kind'], typeof systemChapters>> = { register: [registerChapter, risksChapter], risks: [registerChapter, risksChapter], runbook: [runbooksChapter], incidents: [incidentsChapter, rolesChapter] };

/** More headings than this make a table of contents that nobody reads: records are found by the index. */
const MOST_ENTRIES = 110;

function depthOf(chapters: readonly Chapter[]): number {
  const third = chapters.reduce((sum, { b }) => sum + b.filter((block) => block.k === 'h' && block.level === 3).length, chapters.length);
  return third > MOST_ENTRIES ? 2 : 3;
}

/** The whole snapshot as plain data: what the template sets, and all that it sets. */
export async function snapshotDocument(print: Print, onChapter: (title: string) => void | Promise<void>): Promise<SnapshotDocument> {
  const { wiki, t, say, lang, provenance } = print;
  const make = (list: readonly ((print: Print) => Chapter | undefined)[]): Chapter[] => list.flatMap((one) => one(print) ?? []);
  const { part } = print;
  const withScales = part?.kind === 'register' || part?.kind === 'risks';
  const chapters: Chapter[] = make(part === undefined ? before : withScales ? [methodChapter] : []);
  for (const folder of print.folders) {
    await onChapter(folder.title);
    const own = (part === undefined ? systemChapters : partChapters[part.kind]).flatMap((one) => one(print, folder.id) ?? []);
    chapters.push(...own.map((chapter, index): Chapter => ({ ...chapter, part: say(folder.title), ...(index === 0 ? { opens: { title: say(folder.title), id: `s:${folder.id}` } } : {}) })));
  }
  await onChapter(t('snap.index'));
  chapters.push(...make(part === undefined ? after : withScales ? [glossaryChapter] : []));
  const at = new Date(provenance.date);
  const title = say(titleOf(print).title);
  return {
    lang,
    title,
    ...(wiki.site.organisation === undefined ? {} : { organisation: wiki.site.organisation }),
    classification: classificationOf(print),
    date: { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate(), hour: at.getUTCHours(), minute: at.getUTCMinutes(), second: at.getUTCSeconds() },
    keywords: ['vigie', provenance.commit],
    footer: { left: [title, wiki.site.organisation].filter(Boolean).join(', '), commit: t('snap.footer', { commit: provenance.commit.slice(0, 7), date: wiki.asOf }) },
    ...(provenance.draft ? { draft: t('snap.draft') } : {}),
    cover: coverOf(print),
    // A file of one chapter is its own table of contents.
    ...(chapters.length === 1 ? {} : { contents: { title: t('snap.contents'), depth: depthOf(chapters) } }),
    chapters: chapters.map((chapter) => ({ ...chapter, b: turnWide(chapter.b, chapter.landscape === true) })),
  };
}
