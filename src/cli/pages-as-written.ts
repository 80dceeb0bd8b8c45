import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The pages of a site in their order, each once, while another process writes them. `reached` tells when so many of them are whole, and is
 * false where no more will be.
 */
export async function* pagesAsWritten(root: string, order: readonly string[], reached: (count: number) => Promise<boolean>): AsyncGenerator<{ readonly path: string; readonly html: string }, void> {
  for (const [index, path] of order.entries()) {
    if (!(await reached(index + 1))) return;
    yield { path, html: readFileSync(join(root, path), 'utf8') };
  }
}
