import type { Lang } from './lang.ts';

const days = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
const dayName = (index: number, lang: Lang): string => new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : 'fr-FR', { weekday: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2022, 0, 3 + index)));

function hour(text: string, lang: Lang): string {
  const [hours = '0', minutes = '00'] = text.split(':');
  if (lang === 'en') return text;
  return `${Number(hours)}\u00A0h${minutes === '00' ? '' : `\u00A0${minutes}`}`;
}

/** Opening hours in words where they are simple (`Mo-Fr 09:00-18:00; PH off`), else as written. */
export function hoursText(expression: string, lang: Lang): string {
  const fr = lang === 'fr';
  if (expression === '24/7') return fr ? '24 h sur 24, 7 j sur 7' : 'around the clock';
  if (expression === 'business hours') return fr ? 'heures ouvrées' : 'business hours';
  const match = /^(?:(Mo|Tu|We|Th|Fr|Sa|Su)(?:-(Mo|Tu|We|Th|Fr|Sa|Su))? )?(\d{2}:\d{2})-(\d{2}:\d{2})(;\s*PH off)?$/.exec(expression.trim());
  if (!match) return expression;
  const [, first, last, from = '', to = '', holidays] = match;
  const names = first === undefined ? (fr ? 'tous les jours' : 'every day') : [first, last].flatMap((day) => (day === undefined ? [] : [dayName(days.indexOf(day), lang)])).join(fr ? ' à ' : ' to ');
  const span = fr ? `de ${hour(from, lang)} à ${hour(to, lang)}` : `${from} to ${to}`;
  return `${names}, ${span}${holidays ? (fr ? ', sauf jours fériés' : ', except public holidays') : ''}`;
}
