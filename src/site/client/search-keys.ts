/** `R-T01`, `rt01` and `r t01` are one key: letters and digits only, lower case, no accents. */
export function searchKey(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Keys of names, each once and in order. */
export function searchKeys(names: readonly string[]): string[] {
  return [...new Set(names.map(searchKey))].filter((key) => key !== '');
}
