import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, inject, it } from 'vitest';

/** What the search index keeps of each page, after a mark. */
const kept = (): { url: string; content: string }[] => {
  const folder = join(inject('site'), 'pagefind/fragment');
  return readdirSync(folder).map((name) => JSON.parse(gunzipSync(readFileSync(join(folder, name))).toString('utf8').slice('pagefind_dcd'.length)) as { url: string; content: string });
};

it('the index holds what runbooks say, not the words of their timer, their journal and their buttons', () => {
  const runbooks = kept().filter(({ url }) => /\/runbooks\/./.test(url));
  expect(runbooks.length).toBeGreaterThan(20);
  expect(runbooks.find(({ url }) => url === '/bienbon/runbooks/rb-s1/')?.content).toContain('npx prisma migrate deploy.');
  for (const words of ['avant le RTO', '00:00', 'Remettre à zéro', 'Étape suivante', 'Prendre cette branche', 'Télécharger la revue', 'Tout effacer', 'Copier']) {
    expect(runbooks.filter(({ content }) => content.includes(words)).map(({ url }) => `${url} says ${words}`)).toEqual([]);
  }
});

it('a scenario shows how it was rated over time, from Git, as risks do', () => {
  const page = readFileSync(join(inject('site'), 'bienbon/scenarios/s1/index.html'), 'utf8');
  expect(page).toMatch(/<h2 id="trend"[^>]*>/);
  const history = /<table class="hist"[\s\S]*?<\/table>/.exec(page)?.[0] ?? '';
  expect(history).toMatch(/<time datetime="\d{4}-\d{2}-\d{2}T/);
  expect(history).toMatch(/<code[^>]*>[0-9a-f]{7}<\/code>/);
  // What nobody ever rated has no rating to follow.
  const scenarios = readdirSync(join(inject('site'), 'ascension/scenarios'));
  const unrated = scenarios.filter((id) => !readFileSync(join(inject('site'), 'ascension/scenarios', id, 'index.html'), 'utf8').includes('id="trend"'));
  expect(unrated.length).toBeGreaterThan(0);
});
