import type { Cells } from '../cells.ts';
import type { Draft } from '../found.ts';
import { plain } from '../plain.ts';
import { scaleIn } from '../words/scale.ts';
import { durationIn } from '../words/times.ts';

/** One row of failure scenarios with their RTO and RPO. */
export function readScenario(cells: Cells): Draft | undefined {
  const title = cells.text('title')?.replace(/\s*\n\s*/g, ' ');
  const fields: Record<string, unknown> = title === undefined ? {} : { title };
  const summaries: string[] = [];
  const impactSource = cells.source('impact');
  const impact = impactSource === undefined ? undefined : scaleIn(impactSource);
  if (impactSource !== undefined) {
    if (impact?.label !== undefined) fields['level'] = impact.label;
    const rest = impact ? impact.rest : plain(impactSource);
    if (rest !== undefined) summaries.push(rest.replace(/\s*\n\s*/g, ' '));
  }
  const likelihoodSource = cells.source('likelihood');
  const likelihood = likelihoodSource === undefined ? undefined : scaleIn(likelihoodSource);
  if (likelihoodSource !== undefined && (!likelihood || likelihood.rest !== undefined)) cells.keep('likelihood');
  for (const field of ['rto', 'rpo', 'mtpd'] as const) {
    const text = cells.text(field);
    if (text === undefined) continue;
    const read = durationIn(text);
    const says = /^\W*(?:n\/?a|dépend|depend|abhängig|variable)/i.test(text) || (read && !read.whole && text.search(/\d/) > 24);
    if (read && !says) fields[field] = read.value;
    if (field === 'mtpd') {
      if (!read) cells.keep(field);
    } else if (!read?.whole || says) fields[`${field}_note`] = text.replace(/\s*\n\s*/g, ' ');
  }
  const description = cells.text('description');
  if (description !== undefined) summaries.push(description.replace(/\s*\n\s*/g, ' '));
  if (summaries.length > 0) fields['summary'] = summaries.join(' ');
  const strategy = cells.text('strategy');
  if (strategy !== undefined) fields['strategy_note'] = strategy.replace(/\s*\n\s*/g, ' ');
  const degraded = cells.text('degraded');
  if (degraded !== undefined) fields['degraded_mode'] = degraded.replace(/\s*\n\s*/g, ' ');
  const owner = cells.text('owner');
  if (owner !== undefined) fields['owner'] = owner;
  return { id: cells.text('id'), fields, rating: { likelihood, impact }, kept: cells.left() };
}
