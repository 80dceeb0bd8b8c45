import type { Rule } from '../rule.ts';

export const secretNoRotation: Rule = {
  id: 'secret/no-rotation',
  title: { en: 'Secret without rotation', fr: 'Secret sans rotation' },
  severity: 'warning',
  why: {
    en: 'A secret that never changes stays good for everybody who ever saw it: former members, old backups, leaked logs.',
    fr: 'Un secret qui ne change jamais reste valable pour tous ceux qui l’ont vu : anciens membres, vieilles sauvegardes, journaux qui ont fuité.',
  },
  fix: {
    en: 'Write rotate: with a period, on departure or on compromise — or never, where a change would break what it protects — or add a rotation activity that names the secret.',
    fr: 'Écrire rotate: avec une période, on departure ou on compromise — ou never, si le changer casserait ce qu’il protège — ou ajouter une activité de rotation qui nomme le secret.',
  },

  *find(wiki) {
    for (const { record } of wiki.systems) {
      const rotated = wiki.all('activity', record.system).filter(({ value }) => value.kind === 'rotation').map(({ value }) => value.secret);
      for (const [index, { name, rotate, recommended }] of record.value.secrets.entries()) {
        if (rotated.includes(name) || (rotate !== undefined && recommended !== true)) continue;
        const what =
          rotate === undefined
            ? { en: `${name} has no rotation`, fr: `${name} n’a pas de rotation` }
            : { en: `${name} has no rotation in force: ${rotate} is only recommended`, fr: `${name} n’a pas de rotation en vigueur : ${rotate} n’est que recommandé` };
        yield { what, place: record.placeOf('secrets', index, rotate === undefined ? 'name' : 'rotate'), record: record.key };
      }
    }
  },
};
