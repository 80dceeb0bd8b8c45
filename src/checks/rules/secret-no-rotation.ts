import type { Rule } from '../rule.ts';

export const secretNoRotation: Rule = {
  id: 'secret/no-rotation',
  severity: 'warning',
  why: 'A secret that never changes stays good for everybody who ever saw it: former members, old backups, leaked logs.',
  fix: 'Write rotate: with a period, on departure or on compromise — or never, where a change would break what it protects — or add a rotation activity that names the secret.',

  *find(wiki) {
    for (const { record } of wiki.systems) {
      const rotated = wiki.all('activity', record.system).filter(({ value }) => value.kind === 'rotation').map(({ value }) => value.secret);
      for (const [index, { name, rotate, recommended }] of record.value.secrets.entries()) {
        if (rotated.includes(name) || (rotate !== undefined && recommended !== true)) continue;
        const what = rotate === undefined ? `${name} has no rotation` : `${name} has no rotation in force: ${rotate} is only recommended`;
        yield { what, place: record.placeOf('secrets', index, rotate === undefined ? 'name' : 'rotate'), record: record.key };
      }
    }
  },
};
