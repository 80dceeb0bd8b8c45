import { describe, expect, it } from 'vitest';
import { mojibake } from '../../src/readers/mojibake.ts';

const WRONG = ['windows-1252', 'macintosh'] as const;
const spoil = (text: string, charset: string): string => new TextDecoder(charset).decode(new TextEncoder().encode(text));

const SENTENCES = [
  'La tâche : l’échec, d’été — à relancer « avant midi » à l’hôtel.',
  'Où est-ce ? Noël, naïf, œuvre, ça, garçon, sûr.',
  'Größe über Öl, „Ärger“; coração, não; mañana, ¿qué?',
  'Seuil ≥ 80 % · 20 °C · 10 € · 3 µs → alerte 🚨',
];

describe('text decoded wrongly', () => {
  it.each(WRONG.flatMap((charset) => SENTENCES.map((text) => [charset, text] as const)))('names the right text: %s, %s', (charset, text) => {
    const [problem, ...others] = mojibake(`honest\n${spoil(text, charset)}\n`, 'a.md');
    expect(others).toEqual([]);
    expect(problem?.what.en).toContain(`“${text}”`);
    expect(problem?.what.fr).toContain(`« ${text} »`);
    expect(problem?.place.line).toBe(2);
  });

  it('names the right text where editors made plain spaces of no-break spaces', () => {
    const spoilt = spoil('échoué\u00A0: à relancer', 'windows-1252').replaceAll('\u00A0', ' ');
    expect(mojibake(spoilt, 'a.md')[0]?.what.en.replaceAll('\u00A0', ' ')).toContain('“échoué : à relancer”');
  });

  it.each(WRONG)('names the right text where somebody put some of it right: %s', (charset) => {
    const [problem] = mojibake(`Le résumé de l’${spoil('été', charset)}, «${spoil('écrit', charset)}»`, 'a.md');
    expect(problem?.what.en).toContain('“Le résumé de l’été, «écrit»”');
    expect(problem?.place.column).toBe(16);
  });

  it('points at the first wrong letter', () => {
    expect(mojibake(`Un déjà ${spoil('vu', 'windows-1252')} ${spoil('été', 'windows-1252')}`, 'a.md')[0]?.place).toEqual({ file: 'a.md', line: 1, column: 12 });
  });
});

describe('honest text', () => {
  it.each([
    'La tâche : l’échec, d’été',
    ...SENTENCES,
    'Le château «élevé» attend…à côté ; CAFÉ… et « Âge » d’âne.',
    'Â l’âge de l’âme, ÇA «À LA» PÂQUES» — Ã la lettre.',
    '√2 ≈ 1,41 ; ≈±5 %',
    '‚einfach‘ „Ä“ ‚Ö‘ Ärger',
    'ÂÊÎÔÛ ÄËÏÖÜ ÀÈÙ ÉÇ ÃÕÑ ÅØÆ',
  ])('is not reported: %s', (text) => {
    expect(mojibake(text, 'a.md')).toEqual([]);
  });

  it('is not reported whatever two accented letters meet', () => {
    const letters = [...'éèêëàâäôöùûüîïçœæÉÈÊÀÂÄÔÖÙÛÜÎÏÇŒÆñÑßåÅøØ'];
    const around = [...letters, ...'«»“”‘’–—…\u00A0\u202F°€'];
    const reported = letters.flatMap((a) => around.flatMap((b) => [`â ${a}${b}`, `â ${b}${a}`])).filter((text) => mojibake(text, 'a.md').length > 0);
    // These four are how « » ° and the no-break space look once decoded wrongly: no honest word ends in Â.
    expect(reported.map((text) => text.slice(2))).toEqual(['Â«', 'Â»', 'Â\u00A0', 'Â°']);
  });
});
