import { describe, expect, it } from 'vitest';
import { en } from '../../src/words/en.ts';
import { fr } from '../../src/words/fr.ts';

const slots = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort();

describe('dictionaries', () => {
  it('have the same keys', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(fr).sort());
  });

  it('have no empty text', () => {
    const empty = [...Object.entries(fr), ...Object.entries(en)].filter(([, text]) => text.trim() === '');
    expect(empty).toEqual([]);
  });

  it('have the same slots in both languages', () => {
    for (const [key, text] of Object.entries(fr)) {
      expect(slots(en[key as keyof typeof en]), key).toEqual(slots(text));
    }
  });

  it('give every plural both of its forms', () => {
    const stems = Object.keys(fr).flatMap((key) =>
      /_(one|other)$/.test(key) ? [key.replace(/_(one|other)$/, '')] : [],
    );
    for (const stem of stems) {
      expect(fr).toHaveProperty([`${stem}_one`]);
      expect(fr).toHaveProperty([`${stem}_other`]);
    }
  });
});
