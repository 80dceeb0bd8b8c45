import type { Filters, Pagefind } from './pagefind.ts';
import { tellingWords } from './search-words.ts';

type Response = Awaited<ReturnType<Pagefind['search']>>;

/** The most words of a text that some page holds together: without those that stand everywhere, then one left out, then word by word. What a runbook answers comes first, then the rarest. */
export async function withFewerWords(pagefind: Pagefind, typed: string, filters: Filters): Promise<{ text: string; response: Response } | undefined> {
  const words = tellingWords(typed).slice(0, 6);
  const without = words.length > 2 ? words.map((left) => words.filter((word) => word !== left).join(' ')) : [];
  for (const texts of [[words.join(' ')], without, words]) {
    const tried = await Promise.all(texts.filter((text) => text !== '' && text !== typed).map(async (text) => ({ text, response: await pagefind.search(text, { filters }) })));
    const silent = ({ response }: { response: Response }): number => ((response.filters.kind?.runbook ?? 0) > 0 ? 0 : 1);
    const found = tried.filter(({ response }) => response.results.length > 0).sort((a, b) => silent(a) - silent(b) || a.response.results.length - b.response.results.length);
    if (found[0]) return found[0];
  }
  return undefined;
}
