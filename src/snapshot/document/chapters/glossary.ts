import type { MessageKey } from '../../../words/index.ts';
import type { Print } from '../../print.ts';
import type { Chapter } from '../block.ts';
import { heading, rowsTable } from '../pieces.ts';
import { bold } from '../record-spans.ts';

const TERMS = ['appetite', 'bia', 'commit', 'control', 'waiver', 'drill', 'likelihood', 'impact', 'level', 'matrix', 'mtpd', 'policy', 'raci', 'register', 'residual', 'rpo', 'rto', 'runbook', 'scenario', 'sla', 'spof', 'treatment', 'tree'] as const;

const STANDARDS = ['iso-31000', 'iso-27005', 'iso-22301', 'nist-800-30', 'nist-800-34', 'pdf-a', 'pdf-ua', 'sha-256'] as const;

/** The words of the trade and the standards that they come from. */
export function glossaryChapter({ t, lang }: Print): Chapter {
  const term = (name: string): string => t(`snap.term.${name}` as MessageKey);
  const said = TERMS.map((name) => ({ name: term(name), means: t(`snap.means.${name}` as MessageKey) })).sort((a, b) => a.name.localeCompare(b.name, lang));
  return {
    title: t('snap.glossary'),
    id: 'c:glossary',
    b: [
      ...rowsTable([t('snap.glossary.term'), t('method.means')], [2, 6], said.map(({ name, means }) => [[bold(name)], [means]])),
      heading(2, [t('snap.glossary.standards')]),
      ...rowsTable([t('snap.glossary.standard'), t('snap.glossary.use')], [2, 6], STANDARDS.map((name) => [[bold(term(name))], [t(`snap.means.${name}` as MessageKey)]])),
    ],
  };
}
