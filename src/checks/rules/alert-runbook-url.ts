import { nearest } from '../../model/nearest.ts';
import { runbookOf } from '../../model/runbook-address.ts';
import type { Text } from '../../model/text.ts';
import type { Rule } from '../rule.ts';

const NONE: Text = {
  en: 'Write annotations.runbook_url with the address of the runbook in this wiki.',
  fr: 'Écrire annotations.runbook_url avec l’adresse du runbook dans ce wiki.',
};

export const alertRunbookUrl: Rule = {
  id: 'alert/runbook-url',
  title: { en: 'Alert whose runbook_url leads to no runbook', fr: 'Alerte dont runbook_url ne mène à aucun runbook' },
  severity: 'error',
  why: {
    en: 'The link in the alert is the first thing that somebody woken up follows; where it is dead, they search at the worst moment.',
    fr: 'Le lien de l’alerte est ce que suit d’abord la personne réveillée ; s’il est mort, elle cherche au pire moment.',
  },
  fix: {
    en: 'Write the address of the runbook as the wiki has it, one of its other names, or its id.',
    fr: 'Écrire l’adresse du runbook telle que le wiki la donne, un de ses autres noms, ou son identifiant.',
  },

  *find(wiki) {
    for (const alert of wiki.alertRules) {
      const { name, runbookUrl, placeOfName, placeOfUrl } = alert;
      if (runbookUrl === undefined) {
        yield { what: { en: `${name} has no runbook_url`, fr: `${name} n’a pas de runbook_url` }, place: placeOfName, fix: NONE };
        continue;
      }
      const to = runbookOf(wiki, alert);
      if (to === 'nowhere') {
        const last = runbookUrl.replace(/[?#].*$/, '').replace(/\/+$/, '').split('/').at(-1) ?? '';
        const near = nearest(last, wiki.all('runbook').map(({ id }) => id));
        yield {
          what: {
            en: `${name} sends to ${runbookUrl}, where there is no runbook${near === undefined ? '' : `; the nearest is ${near}`}`,
            fr: `${name} envoie à ${runbookUrl}, où il n’y a pas de runbook${near === undefined ? '' : ` ; le plus proche est ${near}`}`,
          },
          place: placeOfUrl,
        };
      } else if ('elsewhere' in to) {
        yield { what: { en: `${name} sends to ${to.elsewhere}, and the wiki stands at ${wiki.site.url ?? ''}`, fr: `${name} envoie à ${to.elsewhere}, et le wiki est à ${wiki.site.url ?? ''}` }, place: placeOfUrl };
      } else if ('template' in to) {
        yield {
          what: { en: `${name} sends to an address with ${to.template}, which nobody can follow before the alert fires`, fr: `${name} envoie à une adresse avec ${to.template}, que personne ne peut suivre avant que l’alerte parte` },
          place: placeOfUrl,
          fix: { en: 'Write the address out; of the labels, only alertname is known beforehand.', fr: 'Écrire l’adresse en entier ; des étiquettes, seule alertname est connue d’avance.' },
        };
      } else if (to.runbook.document.value.status === 'retired') {
        const { id, key } = to.runbook;
        yield { what: { en: `${name} sends to ${id}, which is retired`, fr: `${name} envoie à ${id}, qui est retiré` }, place: placeOfUrl, record: key, fix: { en: 'Send to the runbook that replaces it.', fr: 'Envoyer au runbook qui le remplace.' } };
      }
    }
  },
};
