import type { Callee } from '../../../model/contacts.ts';
import { formatDate } from '../../../words/format.ts';
import type { Print } from '../../print.ts';
import type { Spans } from '../block.ts';
import { bold, gap, lines, small } from '../record-spans.ts';

/** How a role is reached; a way that cannot be used says why. */
export function contactLines({ t, say, lang, audience }: Print, { contacts, keptForOthers }: Callee): Spans {
  if (audience === 'public') return [small(t('snap.contact.withheld'))];
  if (contacts.length === 0) return [gap(t(keptForOthers ? 'contact.kept' : 'contact.none'))];
  return lines(
    ...contacts.map(({ channel, value, usable, masked, fictional, verified, onlyFor, note }): Spans => {
      const details = [usable && (fictional || verified === undefined) ? t(fictional ? 'contact.fictional' : 'contact.unverified') : undefined, verified === undefined ? undefined : t('contact.verified', { date: formatDate(verified, lang) }), onlyFor.length === 0 ? undefined : t('contact.only-for', { severities: onlyFor.join(', ') }), note === undefined ? undefined : say(note)].filter((part) => part !== undefined);
      const way: Spans = usable ? [`${t(`contact.channel.${channel}`)} `, bold((value ?? '').replace(/ /g, '\u00A0'))] : [gap(masked ? t('contact.masked') : t('contact.no-value', { channel: t(`contact.channel.${channel}`) })), ...(value === undefined ? [] : [` ${value}`])];
      return [...way, ...(details.length === 0 ? [] : [small(` ${details.join(', ')}`)])];
    }),
  );
}
