import { afterEach, describe, expect, it, vi } from 'vitest';
import { highlight, loadLanguages } from '../../plugins/markdown/highlight.ts';

afterEach(() => vi.restoreAllMocks());

describe('colours of code', () => {
  it('are the same on a machine so busy that every step takes a second', async () => {
    await loadLanguages(['sql']);
    const quiet = highlight('-- attente\nSELECT 1;\nSELECT 2;', 'sql');
    let now = Date.now();
    vi.spyOn(Date, 'now').mockImplementation(() => (now += 1000));
    vi.spyOn(performance, 'now').mockImplementation(() => (now += 1000));
    const busy = highlight('-- attente\nSELECT 1;\nSELECT 2;\n', 'sql');
    expect(quiet).toContain('tk-comment');
    expect(busy.trimEnd()).toBe(quiet);
  });

  it('stop at a line too long to be read', async () => {
    await loadLanguages(['sql']);
    expect(highlight(`SELECT ${'a, '.repeat(2000)}b`, 'sql')).not.toContain('tk-');
  });
});
