import { count } from '../../model/text.ts';
import type { Report } from './report.ts';

/** How a commit is named in a sentence. */
const short = (commit: string): string => commit.slice(0, 8);

const SAYS = {
  en: {
    none: 'no finding',
    noneWorse: 'nothing made worse',
    total: (errors: number, warnings: number, files: number) => `${count.en(errors, 'error')}, ${count.en(warnings, 'warning')} in ${count.en(files, 'file')}`,
    waived: (number: number) => `${number} waived`,
    since: (revision: string, commit: string, standing: number) => `since ${revision} (${commit}), where ${count.en(standing, 'other finding')} stood already`,
  },
  fr: {
    none: 'aucun constat',
    noneWorse: 'rien n’est aggravé',
    total: (errors: number, warnings: number, files: number) => `${count.fr(errors, 'erreur')} et ${count.fr(warnings, 'avertissement')} dans ${count.fr(files, 'fichier')}`,
    waived: (number: number) => count.fr(number, 'écarté'),
    since: (revision: string, commit: string, standing: number) => `depuis ${revision} (${commit}), où ${standing < 2 ? `${standing} autre constat existait` : `${standing} autres constats existaient`} déjà`,
  },
} as const;

/** The counts, in one line. */
export function summaryOf({ result, lang, compared }: Pick<Report, 'result' | 'lang' | 'compared'>): string {
  const says = SAYS[lang];
  const files = new Set(result.findings.map(({ place }) => place.file)).size;
  const total = result.findings.length > 0 ? says.total(result.errors, result.warnings, files) : compared ? says.noneWorse : says.none;
  const waived = result.waived.length > 0 ? `, ${says.waived(result.waived.length)}` : '';
  return `${total}${waived}${compared ? ` ${says.since(compared.revision, short(compared.commit), compared.standing)}` : ''}`;
}
