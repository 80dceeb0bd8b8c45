import { describe, expect, it } from 'vitest';
import { addressWords } from '../../../src/site/client/address-words.ts';

const read = (path: string, base = '/') => addressWords(path, base, ['bienbon', 'sp-e']);

describe('an address that leads nowhere', () => {
  it.each([
    ['/bienbon/runbooks/rb-s99/', 'rb-s99', 'rb s99', 'bienbon'],
    ['/bienbon/runbooks/Supabase_indisponible.html', 'Supabase_indisponible', 'Supabase indisponible', 'bienbon'],
    ['/bienbon/procedures/base-de-donn%C3%A9es/', 'base-de-données', 'procedures base de données', 'bienbon'],
    ['/sp-e/', 'sp-e', 'sp e', 'sp-e'],
    ['/bienbom/', 'bienbom', 'bienbom', 'bienbom'],
    ['/risks/', '', '', ''],
    ['/', '', '', ''],
  ])('%s', (path, name, words, system) => expect(read(path)).toMatchObject({ name, words, system }));

  it('stands under the base of the site', () => {
    expect(read('/ops/wiki/bienbon/risks/r-9/', '/ops/wiki/')).toMatchObject({ name: 'r-9', system: 'bienbon' });
  });

  it('that cannot be decoded is taken as it stands', () => {
    expect(read('/bienbon/%E0%A4%A')).toMatchObject({ path: '/bienbon/%E0%A4%A', name: '%E0%A4%A' });
  });
});
