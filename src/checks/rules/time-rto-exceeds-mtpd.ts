import { formatMinutes, minutes } from '../../model/duration.ts';
import type { Rule } from '../rule.ts';

export const timeRtoExceedsMtpd: Rule = {
  id: 'time/rto-exceeds-mtpd',
  severity: 'error',
  why: 'The MTPD is the moment when the harm is no longer acceptable: a recovery planned after it comes too late by design (ISO 22301).',
  fix: 'Shorten the RTO, or write the MTPD that the business really tolerates.',

  *find(wiki) {
    for (const record of [...wiki.all('scenario'), ...wiki.all('business-activity')]) {
      const rto = minutes(record.value.rto);
      const mtpd = minutes(record.value.mtpd);
      if (rto === undefined || mtpd === undefined || rto <= mtpd) continue;
      yield { what: `${record.id} is back within ${formatMinutes(rto)} (RTO) and tolerates ${formatMinutes(mtpd)} of disruption (MTPD)`, place: record.placeOf('rto'), record: record.key };
    }
  },
};
