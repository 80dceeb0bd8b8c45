import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runChecks } from '../../src/checks/run-checks.ts';
import { kinds } from '../../src/schemas/kinds.ts';
import { read, reading } from '../readers/report.ts';

/** The examples of the author's guide, kind by kind, as a wiki: all of it is valid input. */
describe('the examples of the content model', () => {
  const wiki = read(join(import.meta.dirname, '../fixtures/model-examples/content'));

  it('are read without a finding', () => {
    expect(runChecks(wiki, reading).findings.map(({ place, what }) => `${place.file}:${place.line} ${what}`)).toEqual([]);
  });

  it.each(Object.keys(kinds))('show a %s', (kind) => {
    expect(wiki.documents.some((document) => document.kind === kind)).toBe(true);
  });

  it('rate as the guide says', () => {
    expect(wiki.resolveAs('risk', 'R-T01', 'ascension')?.current).toMatchObject({ score: 16, level: { id: 'critical' } });
    expect(wiki.resolveAs('scenario', 'S1', 'ascension')?.current).toMatchObject({ score: 10, level: { id: 'high' } });
  });

  it('give a heading to the record that it names', () => {
    expect(wiki.resolveAs('risk', 'R-T01', 'ascension')?.narrative).toBe('r-t01-saturation-mémoire');
  });
});
