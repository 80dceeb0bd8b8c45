import { describe, expect, it } from 'vitest';
import { typography } from '../../src/words/typography.ts';

const show = (text: string): string => text.replaceAll('\u202F', '·').replaceAll('\u00A0', '~');
const french = (text: string): string => show(typography(text, 'fr'));

describe('French', () => {
  it.each([
    ['Que se passe-t-il ?', 'Que se passe-t-il·?'],
    ['Attention !', 'Attention·!'],
    ['un ; deux', 'un·; deux'],
    ['Vraiment ?! Oui', 'Vraiment·?! Oui'],
    ['moins de 20 % par an', 'moins de 20·% par an'],
    ['« kafka »', '«·kafka·»'],
    ['Seuil : 12', 'Seuil~: 12'],
    ['RTO 1 h, RPO 15 min', 'RTO 1~h, RPO 15~min'],
    ['de 2 h 40 à 4 h 40', 'de 2~h~40 à 4~h~40'],
    ['50 000 lignes', '50·000 lignes'],
    ['2 000 €', '2·000~€'],
    ['retard de 59 j, 3 mois', 'retard de 59~j, 3~mois'],
    ["l'hôte d'origine, aujourd'hui", 'l’hôte d’origine, aujourd’hui'],
    ["S'il répond à l'", 'S’il répond à l’'],
    ["lorsqu'`etcd` tombe", 'lorsqu’`etcd` tombe'],
    ['le message "trop de connexions" : agir', 'le message «·trop de connexions·»~: agir'],
    ['("oui")', '(«·oui·»)'],
  ])('%s', (from, to) => expect(french(from)).toBe(to));

  it.each([
    ['3 hommes', '3 hommes'],
    ['12:30', '12:30'],
    ['`a ? b : c`', '`a ? b : c`'],
    ['voir https://example.org/a?b=c ; puis', 'voir https://example.org/a?b=c·; puis'],
    ['<a title="Qui ?">', '<a title="Qui ?">'],
    ['a ?b=1', 'a ?b=1'],
    ['state="down" ou \'s\'', 'state="down" ou \'s\''],
    ["`l'hôte` et <a title=\"l'hôte\">", "`l'hôte` et <a title=\"l'hôte\">"],
    ['un écran de 24"', 'un écran de 24"'],
  ])('leaves code, addresses and hours as they are: %s', (from, to) => expect(french(from)).toBe(to));

  it('does nothing twice', () => {
    const once = typography('« Quoi ? » : 2 h 40, 50 000 € et 20 % !', 'fr');
    expect(typography(once, 'fr')).toBe(once);
  });
});

it('leaves English as it is', () => {
  expect(typography('Who to call ? 20 % : 2 h', 'en')).toBe('Who to call ? 20 % : 2 h');
});
