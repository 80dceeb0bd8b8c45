import { kindName } from '../../model/kind-name.ts';
import { nearest } from '../../model/nearest.ts';
import { citationsOf } from '../../model/references.ts';
import { inEach, or } from '../../model/text.ts';
import type { Rule } from '../rule.ts';

/** Roles of a policy are escalation/unknown-role's to report. */
const ELSEWHERE = 'steps.*.roles.*';

export const linkBrokenReference: Rule = {
  id: 'link/broken-reference',
  title: { en: 'Reference that leads nowhere', fr: 'Référence qui ne mène nulle part' },
  severity: 'error',
  why: {
    en: 'A reference that leads nowhere hides the runbook, action or role that the reader needs at that moment.',
    fr: 'Une référence qui ne mène nulle part cache le runbook, l’action ou le rôle dont le lecteur a besoin à cet instant.',
  },
  fix: {
    en: 'Correct the id, or write the record it names.',
    fr: 'Corriger l’identifiant, ou écrire la fiche qu’il désigne.',
  },

  *find(wiki) {
    for (const record of wiki.records.values()) {
      for (const { field, path, target } of citationsOf(record)) {
        if (record.kind === 'policy' && field.path.join('.') === ELSEWHERE) continue;
        const found = wiki.resolve(target, record.system);
        const key = target.includes('/') ? target : `${record.system}/${target}`;
        if (found === undefined) {
          if (field.loose === true || wiki.unreadable.has(key)) continue;
          const near = nearest(target, [...wiki.records.values()].filter((entry) => entry.system === record.system && (field.kinds?.includes(entry.kind) ?? true)).map((entry) => entry.id));
          yield {
            what: {
              en: `${record.id} cites ${target}, which no record is called${near === undefined ? '' : `; the nearest is ${near}`}`,
              fr: `${record.id} cite ${target}, nom qu’aucune fiche ne porte${near === undefined ? '' : ` ; le plus proche est ${near}`}`,
            },
            place: record.placeOf(...path),
            record: record.key,
            fix: near === undefined ? undefined : { en: `Write ${near}, or add ${target}.`, fr: `Écrire ${near}, ou ajouter ${target}.` },
          };
        } else if (field.kinds && !field.kinds.includes(found.kind) && field.loose !== true) {
          const { kinds } = field;
          const wanted = inEach((lang) => or[lang](kinds.map((kind) => kindName[kind][lang])));
          const kind = kindName[found.kind];
          yield {
            what: { en: `${record.id} cites ${target} as ${wanted.en}, and ${target} is ${kind.en}`, fr: `${record.id} cite ${target} comme ${wanted.fr}, et ${target} est ${kind.fr}` },
            place: record.placeOf(...path),
            record: record.key,
            fix: { en: `Cite ${wanted.en}.`, fr: `Citer ${wanted.fr}.` },
          };
        }
      }
    }
  },
};
