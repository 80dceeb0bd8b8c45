import { credentialsIn } from '../../model/credentials.ts';
import type { Rule } from '../rule.ts';

export const contentSecret: Rule = {
  id: 'content/secret',
  title: { en: 'Credential in plain text', fr: 'Secret écrit en clair' },
  severity: 'error',
  locked: true,
  why: {
    en: 'Whoever reads the wiki, its history or a copy of it can use the credential, long after it is removed here.',
    fr: 'Quiconque lit le wiki, son historique ou une copie peut se servir de ce secret, longtemps après son retrait d’ici.',
  },
  fix: {
    en: 'Revoke it, then write its name and where it is kept; the value stays in the history of the repository.',
    fr: 'Le révoquer, puis écrire son nom et l’endroit où il est gardé : sa valeur reste dans l’historique du dépôt.',
  },

  *find(wiki) {
    // Files that could not be read whole have problems and no document: they are looked at all the same.
    const files = new Set([...wiki.documents.map(({ file }) => file), ...wiki.problems.map(({ place }) => place.file), 'site.yml']);
    for (const file of files) {
      for (const { what, value, line, column } of credentialsIn(wiki.textOf(file) ?? '')) {
        yield { what: { en: `${what.en} stands in this line`, fr: `cette ligne contient ${what.fr}` }, place: { file, line, column }, hide: value };
      }
    }
  },
};
