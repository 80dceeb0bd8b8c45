/** Above what stands in two halves in a JavaScript string, below the halves: the order of code points, which is that of UTF-8 bytes too. */
const place = (unit: number): number => (unit < 0xd800 ? unit : unit < 0xe000 ? unit + 0x2000 : unit - 0x800);

/** Pagefind's order of words: by their bytes. JavaScript's own would put an emoji elsewhere. */
export function wordOrder(a: string, b: string): number {
  const least = Math.min(a.length, b.length);
  for (let at = 0; at < least; at += 1) {
    const [one, other] = [a.charCodeAt(at), b.charCodeAt(at)];
    if (one !== other) return place(one) - place(other);
  }
  return a.length - b.length;
}
