import type { Cells } from '../cells.ts';
import { partsIn } from '../cells.ts';
import type { Draft } from '../found.ts';
import { CATEGORIES, dateIn, RISK_STATES, TREATMENTS, wordIn } from '../words/cells.ts';
import { scaleIn, type ScaleCell } from '../words/scale.ts';

/** A number that a score column holds: `**16**`, `16 / 25`. */
const numberIn = (text: string | undefined): number | undefined => {
  const match = /^\D{0,3}(\d{1,3}(?:[.,]\d+)?)(?:\s*\/\s*\d+)?\D{0,3}$/u.exec(text?.trim() ?? '');
  return match ? Number((match[1] ?? '').replace(',', '.')) : undefined;
};

/** One row of a risk register. */
export function readRisk(cells: Cells): Draft | undefined {
  const title = cells.text('title')?.replace(/\s*\n\s*/g, ' ');
  const fields: Record<string, unknown> = title === undefined ? {} : { title };
  const rated = (field: string): ScaleCell | undefined => {
    const source = cells.source(field);
    const found = source === undefined ? undefined : scaleIn(source);
    if (source !== undefined && (!found || found.rest !== undefined)) cells.keep(field);
    return found;
  };
  const likelihood = rated('likelihood');
  const impactCell = cells.text('impact');
  const worded = scaleIn(cells.source('impact') ?? '') === undefined;
  let impact = worded ? undefined : rated('impact');
  const levelSource = cells.source('level');
  const level = levelSource === undefined ? undefined : scaleIn(levelSource);
  // « Impact » may say what happens, in a sentence, and leave the rating to the level.
  if (impactCell !== undefined && worded) fields['consequences'] = partsIn(impactCell);
  if (level?.label !== undefined || (level && level.value === undefined && !level.sign)) fields['level'] = level.label;
  else if (levelSource !== undefined) cells.keep('level');
  if (!impact && level?.word) impact = level;
  const criticality = cells.text('criticality');
  const score = numberIn(criticality);
  if (score !== undefined) fields['criticality'] = score;
  else if (criticality !== undefined) {
    const words = scaleIn(cells.source('criticality') ?? '');
    if (words?.label !== undefined && fields['level'] === undefined) {
      fields['level'] = words.label;
      if (words.value !== undefined) fields['criticality'] = words.value;
    } else cells.keep('criticality');
  }
  const category = cells.text('category');
  if (category !== undefined) fields['category'] = wordIn(CATEGORIES, category) ?? category;
  const treatment = cells.text('treatment');
  if (treatment !== undefined) {
    const known = wordIn(TREATMENTS, treatment);
    if (known !== undefined) fields['treatment'] = known;
    if (known === undefined || treatment.split(/\s+/).length > 1) cells.keep('treatment');
  }
  const state = cells.text('state');
  if (state !== undefined) {
    const known = wordIn(RISK_STATES, state);
    if (known !== undefined) fields['state'] = known;
    else cells.keep('state');
  }
  const owner = cells.text('owner');
  if (owner !== undefined) fields['owner'] = owner.replace(/\s*\n\s*/g, ', ');
  const controls = (['preventive', 'detective', 'corrective'] as const).flatMap((kind) => partsIn(cells.text(kind) ?? '').map((words) => ({ kind, title: words })));
  // A plan of mitigation is not said to prevent or to correct: it stays in words.
  const mitigation = cells.text('mitigation');
  if (controls.length > 0) fields['controls'] = controls;
  if (mitigation !== undefined) fields['controls'] = [...controls, ...partsIn(mitigation).map((words) => ({ kind: 'preventive' as const, title: words }))];
  for (const field of ['causes', 'consequences'] as const) {
    const words = cells.text(field);
    if (words !== undefined) fields[field] = [...((fields[field] as string[] | undefined) ?? []), ...partsIn(words)];
  }
  const reviewed = cells.text('reviewed');
  const day = reviewed === undefined ? undefined : dateIn(reviewed);
  if (day !== undefined) fields['reviewed'] = day;
  else if (reviewed !== undefined) cells.keep('reviewed');
  const summary = cells.text('description');
  if (summary !== undefined && title !== undefined) fields['summary'] = summary;
  else if (summary !== undefined) fields['title'] = summary;
  const target = { likelihood: rated('targetLikelihood'), impact: rated('targetImpact') };
  const inherent = { likelihood: rated('inherentLikelihood'), impact: rated('inherentImpact') };
  const id = cells.text('id');
  return {
    id,
    fields,
    rating: { likelihood, impact },
    target: target.likelihood && target.impact ? target : undefined,
    inherent: inherent.likelihood && inherent.impact ? inherent : undefined,
    kept: cells.left(),
    notes: mitigation === undefined ? [] : [{ en: 'mitigation read as preventive controls', fr: 'les mesures sont lues comme des contrôles préventifs' }],
  };
}
