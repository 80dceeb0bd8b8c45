import { describe, expect, inject, it } from 'vitest';
import { deadLinks } from '../../plugins/dead-links.ts';

describe('the built site', () => {
  it('has no link that leads nowhere', () => {
    expect(deadLinks(inject('site'))).toEqual([]);
  });
});
