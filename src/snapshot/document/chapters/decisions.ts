import { decisionGroups, decisionView, type Named } from '../../../views/decisions.ts';
import type { RecordOf } from '../../../model/records.ts';
import { narrativeText, bodyWithoutNarratives } from '../../../model/narrative.ts';
import { formatDate } from '../../../words/format.ts';
import type { Print } from '../../print.ts';
import type { Blocks, Chapter, Spans } from '../block.ts';
import { bodyBlocks } from '../body.ts';
import { envelope } from '../envelope.ts';
import { heading, rowsTable, text } from '../pieces.ts';
import { placeOf } from '../places.ts';
import { bold, DASH, joined, lines, ref, refs } from '../record-spans.ts';
import { findingLines } from './finding-lines.ts';

function decisionBlocks(print: Print, decision: RecordOf<'decision'>): Blocks {
  const { t, say, lang, wiki } = print;
  const view = decisionView(wiki, [], decision);
  const { value, document } = decision;
  const names = (list: readonly Named[]): Spans | undefined => (list.length === 0 ? undefined : joined(list.map(({ name, record }): Spans => (record && record.kind !== 'role' ? [ref(print, record)] : [say(name)]))));
  const choices = view.choices.map(({ choice, related }) => {
    const told = narrativeText(choice);
    return { choice, related, told };
  });
  return [
    heading(3, [{ k: 'id', v: decision.id }, ` ${say(decision.title)}`], placeOf(decision)),
    ...envelope(print, document, [t('decisions.status'), [t(`decisions.status.${value.status}`)]], [t('decisions.date'), [value.date === undefined ? t('decisions.no-date') : formatDate(value.date, lang)]], [t('decisions.deciders'), names(view.deciders) ?? [t('decisions.no-deciders')]], [t('decisions.reviewers'), names(view.reviewers)], [t('decisions.requires'), names(view.requires)], [t('decisions.required-by'), view.requiredBy.length === 0 ? undefined : refs(print, view.requiredBy)], [t('decisions.superseded-by'), view.supersededBy.length === 0 ? undefined : refs(print, view.supersededBy)]),
    ...(choices.length === 0
      ? []
      : [heading(4, [t('decisions.choices-title')]), ...rowsTable([t('snap.code'), t('decisions.choice'), t('decisions.phase'), t('decisions.cost'), t('decisions.related')], ['auto', 4, 1.4, 1.4, 4], choices.map(({ choice, related }) => ({ id: placeOf(choice), cells: [[{ k: 'id', v: choice.id }], lines([bold(say(choice.title))]), text(say, choice.value.phase) ?? DASH, text(say, choice.value.cost) ?? DASH, refs(print, related)] })), { small: true })]),
    ...choices.flatMap(({ choice, told }): Blocks => (told === undefined ? [] : [heading(4, [{ k: 'id', v: choice.id }, ` ${say(choice.title)}`]), ...bodyBlocks(print, document, told, 5)])),
    ...bodyBlocks(print, document, choices.some(({ told }) => told !== undefined) ? bodyWithoutNarratives(document, view.choices.map(({ choice }) => choice)) : document.body, 4),
    ...findingLines(print, ({ place }) => place.file === document.file),
  ];
}

export function decisionsChapter(print: Print, system: string): Chapter | undefined {
  const groups = decisionGroups(print.wiki, system);
  if (groups.length === 0) return undefined;
  return { title: print.t('decisions.title'), id: `c:${system}/decisions`, b: groups.flatMap(({ decisions }) => decisions.flatMap((decision) => decisionBlocks(print, decision))) };
}
