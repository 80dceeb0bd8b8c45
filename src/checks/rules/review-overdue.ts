import { daysBetween } from '../../model/duration.ts';
import type { RiskRecord } from '../../model/records.ts';
import { documentReview, riskReview, type ReviewDue } from '../../model/review-due.ts';
import { everyText } from '../../model/span-text.ts';
import { and, count, inEach, type Text } from '../../model/text.ts';
import type { Wiki } from '../../model/wiki.ts';
import type { Rule } from '../rule.ts';

/** What is late; `many` where several risks are. */
function lateness({ every, last, due }: ReviewDue, asOf: string, many = false): Text | undefined {
  const rhythm = inEach((lang) => everyText(every, lang));
  if (last === undefined) return { en: `must be reviewed ${rhythm.en} and no review is recorded`, fr: `${many ? 'attendent' : 'attend'} une revue ${rhythm.fr} et aucune n’est notée` };
  if (due === undefined || due >= asOf) return undefined;
  const days = daysBetween(due, asOf);
  return {
    en: `${many ? 'were' : 'was'} due for review on ${due}, ${count.en(days, 'day')} ago (last on ${last}, ${rhythm.en})`,
    fr: `${many ? 'attendaient' : 'attendait'} une revue le ${due}, il y a ${count.fr(days, 'jour')} (la dernière date du ${last}, rythme : ${rhythm.fr})`,
  };
}

/** Risks of one register that were last reviewed on one day and are due at one rhythm: one fact for the author. */
function* groups(wiki: Wiki): Generator<{ risks: readonly RiskRecord[]; review: ReviewDue }> {
  const found = new Map<string, { risks: RiskRecord[]; review: ReviewDue }>();
  for (const risk of wiki.all('risk')) {
    const review = riskReview(risk);
    if (!review) continue;
    // The register's own review, when due as early, covers the risks reviewed with it.
    const whole = risk.register && risk.value.reviewed === undefined ? documentReview(risk.register.document) : undefined;
    if (whole && (whole.due === undefined || (review.due !== undefined && whole.due <= review.due))) continue;
    const own = risk.document.kind === 'risk' || risk.value.reviewed !== undefined;
    const key = own ? risk.key : `${risk.document.file} ${review.every}`;
    const group = found.get(key);
    if (group) group.risks.push(risk);
    else found.set(key, { risks: [risk], review });
  }
  yield* found.values();
}

export const reviewOverdue: Rule = {
  id: 'review/overdue',
  title: { en: 'Overdue review', fr: 'Revue en retard' },
  severity: 'warning',
  why: {
    en: 'What nobody has read again since then may no longer be true, and readers trust it in an incident.',
    fr: 'Ce que personne n’a relu depuis n’est peut-être plus vrai, et l’on s’y fie pendant un incident.',
  },
  fix: {
    en: 'Review it and write the day under reviewed, or set a rhythm that can be held.',
    fr: 'Relire et noter le jour sous reviewed, ou fixer un rythme tenable.',
  },

  *find(wiki) {
    for (const document of wiki.documents) {
      const review = documentReview(document);
      const late = review && lateness(review, wiki.asOf);
      if (late === undefined) continue;
      const { id } = document.value;
      yield { what: inEach((lang) => `${id ?? document.title} ${late[lang]}`), place: document.placeOf(review?.last === undefined ? 'review_every' : 'reviewed'), record: id === undefined ? undefined : `${document.system}/${id}` };
    }
    for (const { risks, review } of groups(wiki)) {
      const [risk] = risks;
      const late = lateness(review, wiki.asOf, risks.length > 1);
      if (!risk || late === undefined) continue;
      const ids = risks.map(({ id }) => id);
      const register = risk.register?.id ?? risk.document.title;
      const reviewed = risk.value.reviewed === undefined ? (risk.register ?? risk) : risk;
      yield {
        what:
          ids.length === 1
            ? inEach((lang) => `${risk.id} ${late[lang]}`)
            : { en: `${ids.length} risks of ${register} (${and.en(ids)}) ${late.en}`, fr: `${ids.length} risques de ${register} (${and.fr(ids)}) ${late.fr}` },
        place: reviewed.placeOf('reviewed'),
        record: risks.length === 1 ? risk.key : reviewed.key,
      };
    }
  },
};
