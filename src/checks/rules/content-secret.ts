import { credentialsIn, type Credential } from '../../model/credentials.ts';
import type { WikiDocument } from '../../model/records.ts';
import type { Wiki } from '../../model/wiki.ts';
import type { Rule } from '../rule.ts';

/** By document: `check --watch` and `vigie dev` look again at texts that did not change. */
const known = new WeakMap<WikiDocument, readonly Credential[]>();

function credentialsOf(wiki: Wiki, file: string, document: WikiDocument | undefined): readonly Credential[] {
  const found = (document && known.get(document)) ?? credentialsIn(wiki.textOf(file) ?? '');
  if (document) known.set(document, found);
  return found;
}

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
    const documents = new Map(wiki.documents.map((document) => [document.file, document]));
    const files = new Set([...documents.keys(), ...wiki.problems.map(({ place }) => place.file), 'site.yml']);
    for (const file of files) {
      for (const { what, value, line, column } of credentialsOf(wiki, file, documents.get(file))) {
        yield { what: { en: `${what.en} stands in this line`, fr: `cette ligne contient ${what.fr}` }, place: { file, line, column }, hide: value };
      }
    }
  },
};
