/** Where each record begins in the text of a document, by its id. */
export function recordLines(text: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [index, line] of text.split('\n').entries()) {
    const id = /^\s*(?:- )?(?:\{ )?id: "?([^",\s]+)"?(?:,|\s*$)/.exec(line)?.[1];
    if (id !== undefined && !found.has(id)) found.set(id, index + 1);
  }
  return found;
}
