import { describe, expect, it } from 'vitest';
import { bodyWithoutNarratives, narrativeText } from '../../src/model/narrative.ts';
import { realWiki } from '../views/content.ts';

const risks = realWiki.all('risk', 'amazon-reviews');

describe('narratives', () => {
  it('cuts what a register says of one risk, without its heading', () => {
    const risk = risks.find(({ id }) => id === 'R-T01');
    const text = risk && narrativeText(risk);
    expect(text?.trim()).toMatch(/^pandasql/);
    expect(text).not.toMatch(/^##? /m);
  });

  it('leaves the rest of the body', () => {
    const [register] = realWiki.all('register', 'amazon-reviews');
    if (!register) throw new Error('no register');
    const rest = bodyWithoutNarratives(register.document, risks);
    for (const { id } of risks) expect(rest).not.toContain(`## ${id}`);
    expect(rest.length).toBeLessThan(register.document.body.length);
  });

  it('says nothing of a record without a heading', () => {
    const [component] = realWiki.all('component', 'amazon-reviews');
    expect(component && narrativeText(component)).toBeUndefined();
  });
});
