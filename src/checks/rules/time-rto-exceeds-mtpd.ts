import { formatMinutes, minutes } from '../../model/duration.ts';
import type { Rule } from '../rule.ts';

export const timeRtoExceedsMtpd: Rule = {
  id: 'time/rto-exceeds-mtpd',
  title: { en: 'RTO beyond the MTPD', fr: 'RTO au-delà du MTPD' },
  severity: 'error',
  why: {
    en: 'The MTPD is the moment when the harm is no longer acceptable: a recovery planned after it comes too late by design (ISO 22301).',
    fr: 'Au-delà du MTPD, le dommage n’est plus acceptable : une reprise prévue après arrive par construction trop tard (ISO 22301).',
  },
  fix: {
    en: 'Shorten the RTO, or write the MTPD that the business really tolerates.',
    fr: 'Raccourcir le RTO, ou écrire le MTPD que le métier tolère vraiment.',
  },

  *find(wiki) {
    for (const record of [...wiki.all('scenario'), ...wiki.all('business-activity')]) {
      const rto = minutes(record.value.rto);
      const mtpd = minutes(record.value.mtpd);
      if (rto === undefined || mtpd === undefined || rto <= mtpd) continue;
      yield {
        what: {
          en: `${record.id} is back within ${formatMinutes(rto, 'en')} (RTO) and tolerates ${formatMinutes(mtpd, 'en')} of disruption (MTPD)`,
          fr: `${record.id} prévoit une reprise en ${formatMinutes(rto, 'fr')} (RTO) et ne tolère que ${formatMinutes(mtpd, 'fr')} d’interruption (MTPD)`,
        },
        place: record.placeOf('rto'),
        record: record.key,
      };
    }
  },
};
