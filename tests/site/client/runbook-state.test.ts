import { describe, expect, it } from 'vitest';
import { freshRun, progressOf, runStore, type Entry } from '../../../src/site/client/runbook-state.ts';

/** What a device keeps; `full` from a number of writes on. */
function device(full = Infinity): { storage: () => Storage; kept: Map<string, string> } {
  const kept = new Map<string, string>();
  let writes = 0;
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (++writes > full) throw new DOMException('full', 'QuotaExceededError');
      kept.set(key, value);
    },
    removeItem: (key: string) => kept.delete(key),
  };
  return { storage: () => storage as unknown as Storage, kept };
}
const refused = (): Storage => {
  throw new DOMException('refused', 'SecurityError');
};
const run = (...entries: Entry[]) => ({ ...freshRun, entries });

describe('a run', () => {
  it('stands where its entries lead', () => {
    const progress = progressOf(
      run(
        { at: 1, kind: 'start' },
        { at: 2, kind: 'step', what: 'a' },
        { at: 3, kind: 'step', what: 'b' },
        { at: 4, kind: 'step', what: 'a', undone: true },
        { at: 5, kind: 'branch', what: 'p', taken: true },
        { at: 6, kind: 'branch', what: 'p', taken: false },
        { at: 7, kind: 'option', what: 'o', of: 'q' },
        { at: 8, kind: 'call', what: 'c' },
      ),
    );
    expect(progress).toMatchObject({ start: 1, end: 0 });
    expect([[...progress.steps], [...progress.branches], [...progress.options], [...progress.calls]]).toEqual([[['b', 3]], [['p', false]], [['q', 'o']], [['c', 8]]]);
  });

  it('keeps its start when it is stopped by mistake and goes on: an outage does not pause', () => {
    expect(progressOf(run({ at: 1, kind: 'start' }, { at: 9, kind: 'stop' }))).toMatchObject({ start: 1, end: 9 });
    expect(progressOf(run({ at: 1, kind: 'start' }, { at: 9, kind: 'stop' }, { at: 20, kind: 'resume' }))).toMatchObject({ start: 1, end: 0 });
  });
});

describe('what a device keeps', () => {
  it('is a run a key', () => {
    const { storage } = device();
    const [one, other] = [runStore('one', storage), runStore('other', storage)];
    one.save(run({ at: 1, kind: 'start' }));
    expect(runStore('one', storage).load().entries).toHaveLength(1);
    expect(other.load()).toEqual(freshRun);
  });

  it('leaves nothing behind once it is erased', () => {
    const { storage, kept } = device();
    const store = runStore('one', storage);
    store.save(run({ at: 1, kind: 'start' }));
    store.save(freshRun);
    expect([...kept]).toEqual([]);
  });

  it('is the page’s own memory where storage is refused', () => {
    const store = runStore('one', refused);
    expect(store.kept).toBe(false);
    store.save(run({ at: 1, kind: 'start' }));
    expect(store.load().entries).toHaveLength(1);
  });

  it('is the page’s own memory, with what was kept before, once storage is full', () => {
    const store = runStore('one', device(2).storage);
    store.save(run({ at: 1, kind: 'start' }));
    expect(store.kept).toBe(true);
    store.save(run({ at: 1, kind: 'start' }, { at: 2, kind: 'stop' }));
    expect(store.kept).toBe(false);
    expect(store.load().entries).toHaveLength(2);
  });

  it.each(['{', 'null', '[]', '{"entries":3}', '{"entries":[null,{"at":"1","kind":"start"},{"at":1,"kind":"step"},{"at":1,"kind":"branch","what":4}],"seen":"x"}'])('is nothing where it cannot be read: %s', (text) => {
    const { storage, kept } = device();
    kept.set('one', text);
    expect(runStore('one', storage).load()).toEqual(freshRun);
  });
});
