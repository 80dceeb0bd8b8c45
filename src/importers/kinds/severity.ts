import { partsIn, type Cells } from '../cells.ts';
import type { Draft } from '../found.ts';
import { plain, slug, withoutPictures } from '../plain.ts';
import { availabilityIn, durationIn } from '../words/times.ts';

/** `P0 – Critique`, `SEV1: Critical`, `P1 (Haute)`: the level's own id, and its name. */
const CODED = /^((?:P|SEV|S|N|G|L|Prio\w*|Level|Niveau|Nivel|Stufe|Livello|Niveau)[\s-]?\d)\s*(?:[–—:.-]\s*|\(\s*)?(.*?)\)?$/iu;

/** One row of a severity matrix. */
export function readSeverity(cells: Cells): Draft | undefined {
  const source = cells.text('title');
  if (source === undefined) return undefined;
  const words = withoutPictures(plain(source)).replace(/\s*\n\s*/g, ' ');
  const coded = CODED.exec(words);
  const id = coded ? (coded[1] ?? '').replace(/\s+/g, '').toUpperCase() : slug(words);
  const name = coded?.[2]?.trim() ?? '';
  const fields: Record<string, unknown> = { title: coded ? (name === '' ? words : name) : words };
  const definition = cells.text('definition');
  if (definition !== undefined) fields['definition'] = definition.replace(/\s*\n\s*/g, ' ');
  const time = (column: string, field: string): void => {
    const text = cells.text(column);
    if (text === undefined) return;
    const read = durationIn(text, /j\.?\s?o\.?|ouvr|business|working|werktag|arbeitstag|h[aá]bil/i.test(cells.header(column)));
    if (read) fields[field] = read.value;
    if (!read?.whole) cells.keep(column);
  };
  time('respondIn', 'respond_in');
  time('resolveIn', 'resolve_in');
  time('escalation', 'escalate_after');
  const examples = cells.text('examples');
  if (examples !== undefined) fields['examples'] = partsIn(examples);
  const channels = cells.text('channels');
  if (channels !== undefined) fields['channels'] = partsIn(channels);
  const hours = cells.text('hours');
  if (hours !== undefined) {
    const read = availabilityIn(hours);
    if (read !== undefined) fields['hours'] = read;
    else cells.keep('hours');
  }
  const off = cells.text('offHours');
  if (off !== undefined) {
    const read = /best[\s-]?effort|au mieux/i.test(off) ? 'best-effort' : /prochain|next|nächst|siguiente|successiv|volgend|pr[óo]xim/i.test(off) ? 'next-business-day' : /^(?:non|no|aucun\w*|none|nein)\b/i.test(off) ? 'none' : undefined;
    if (read !== undefined) fields['off_hours'] = read;
    else cells.keep('offHours');
  }
  return { id, fields, kept: cells.left() };
}
