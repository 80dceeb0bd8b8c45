import { daysBetween } from '../../model/duration.ts';
import type { RiskRecord } from '../../model/records.ts';
import { documentReview, riskReview, type ReviewDue } from '../../model/review-due.ts';
import type { Wiki } from '../../model/wiki.ts';
import type { Rule } from '../rule.ts';

function lateness({ every, last, due }: ReviewDue, asOf: string, verb: 'was' | 'were'): string | undefined {
  if (last === undefined) return `must be reviewed every ${every} and no review is recorded`;
  if (due === undefined || due >= asOf) return undefined;
  const days = daysBetween(due, asOf);
  return `${verb} due for review on ${due}, ${days} ${days === 1 ? 'day' : 'days'} ago (last on ${last}, every ${every})`;
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
  severity: 'warning',
  why: 'What nobody has read again since then may no longer be true, and readers trust it in an incident.',
  fix: 'Review it and write the day under reviewed, or set a rhythm that can be held.',

  *find(wiki) {
    for (const document of wiki.documents) {
      const review = documentReview(document);
      const late = review && lateness(review, wiki.asOf, 'was');
      if (late === undefined) continue;
      const { id } = document.value;
      yield { what: `${id ?? document.title} ${late}`, place: document.placeOf(review?.last === undefined ? 'review_every' : 'reviewed'), record: id === undefined ? undefined : `${document.system}/${id}` };
    }
    for (const { risks, review } of groups(wiki)) {
      const [risk] = risks;
      const late = lateness(review, wiki.asOf, risks.length === 1 ? 'was' : 'were');
      if (!risk || late === undefined) continue;
      const names = risks.map(({ id }) => id).join(', ');
      const reviewed = risk.value.reviewed === undefined ? (risk.register ?? risk) : risk;
      yield {
        what: risks.length === 1 ? `${names} ${late}` : `${risks.length} risks of ${risk.register?.id ?? risk.document.title} (${names}) ${late}`,
        place: reviewed.placeOf('reviewed'),
        record: risks.length === 1 ? risk.key : reviewed.key,
      };
    }
  },
};
