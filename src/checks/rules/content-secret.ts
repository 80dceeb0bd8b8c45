import { credentialsIn } from '../../model/credentials.ts';
import type { Rule } from '../rule.ts';

export const contentSecret: Rule = {
  id: 'content/secret',
  severity: 'error',
  locked: true,
  why: 'Whoever reads the wiki, its history or a copy of it can use the credential, long after it is removed here.',
  fix: 'Revoke it, then write its name and where it is kept; the value stays in the history of the repository.',

  *find(wiki) {
    // Files that could not be read whole have problems and no document: they are looked at all the same.
    const files = new Set([...wiki.documents.map(({ file }) => file), ...wiki.problems.map(({ place }) => place.file), 'site.yml']);
    for (const file of files) {
      for (const { what, value, line, column } of credentialsIn(wiki.textOf(file) ?? '')) {
        yield { what: `${what} stands in this line`, place: { file, line, column }, hide: value };
      }
    }
  },
};
