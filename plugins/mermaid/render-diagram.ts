import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCache, writeCache } from './cache.ts';
import type { DiagramError, DiagramResult } from './diagram.ts';
import { fontHash, packageFile } from './font.ts';
import { settings } from './settings.ts';

/** Goes up with every change here that changes the drawing. */
const RENDERER = 3;

let fixed: string | undefined;

/** Everything but the source that a drawing depends on. */
function fixedPart(): string {
  const { version } = JSON.parse(readFileSync(packageFile('mermaid/package.json'), 'utf8')) as { version: string };
  return (fixed ??= JSON.stringify([RENDERER, version, settings, fontHash()]));
}

export interface RenderOptions {
  /** Folder of the cache. */
  readonly cache?: string | undefined;
}

const known = new Map<string, Promise<DiagramResult>>();

async function make(source: string, folder: string, key: string): Promise<DiagramResult> {
  const kept = await readCache(folder, key);
  if (kept) return kept;
  // Mermaid and the window that it draws in weigh much: loaded for the first diagram that is not kept.
  const { render } = await import('./engine.ts');
  const result = await render(source);
  await writeCache(folder, key, result);
  return result;
}

/** A Mermaid source as SVG, or what is wrong with it. The same source gives the same bytes; what was drawn once is kept on disk. */
export function renderDiagram(source: string, { cache = join(process.cwd(), 'node_modules/.cache/vigie/mermaid') }: RenderOptions = {}): Promise<DiagramResult> {
  const key = createHash('sha256').update(`${fixedPart()}\n${source}`).digest('hex');
  const slot = `${cache} ${key}`;
  let result = known.get(slot);
  if (!result) {
    if (known.size > 200) known.clear();
    known.set(slot, (result = make(source, cache, key)));
  }
  return result;
}

/** What is wrong with a Mermaid source, or undefined. */
export async function findDiagramError(source: string, options?: RenderOptions): Promise<DiagramError | undefined> {
  const result = await renderDiagram(source, options);
  return 'error' in result ? result.error : undefined;
}
