import { createIndex } from 'pagefind';
import { entryOf, groupOf, inKnownForm, languageOf, type Entry, type Group } from './group.ts';
import type { Runtime } from './join-groups.ts';
import type { PageText } from './kept-groups.ts';
import type { Files } from './pagefind-file.ts';

/** Interfaces of Pagefind's own, its worker, and what reads a language that no page is in. */
function isUnused(name: string, entry: Entry): boolean {
  const [, language] = languageOf(entry) ?? [];
  return /^pagefind-(component-ui|modular-ui|ui|highlight|worker)\./.test(name) || (name === 'wasm.unknown.pagefind' && Boolean(language?.wasm));
}

/** What Pagefind adds to each index, without what nothing loads. */
export function runtimeOf(files: Files): Runtime {
  const entry = entryOf(files);
  return { entry, files: new Map([...files].filter(([name]) => !/^(index|filter|fragment)\/|\.pf_meta$|^pagefind-entry\.json$/.test(name) && !isUnused(name, entry))) };
}

/** Pages sent before their answers are waited for: enough to keep Pagefind busy, few enough to hold twice. */
const AHEAD = 8;

/** What Pagefind makes of some pages, and what it adds to each index. */
export async function indexPages(language: string, pages: readonly PageText[]): Promise<{ readonly group: Group; readonly runtime: Runtime }> {
  const { index, errors } = await createIndex({ forceLanguage: language });
  if (!index) throw new Error(`The search index could not be created: ${errors.join('; ')}`);
  const failures: string[] = [];
  for (let at = 0; at < pages.length; at += AHEAD) {
    const answers = await Promise.all(pages.slice(at, at + AHEAD).map(({ path, content }) => index.addHTMLFile({ sourcePath: path, content: content.toString() })));
    failures.push(...answers.flatMap((answer) => answer.errors));
  }
  const made = await index.getFiles();
  await index.deleteIndex();
  failures.push(...made.errors);
  if (failures.length > 0) throw new Error(`The search index is incomplete: ${failures.join('; ')}`);
  const files = new Map(made.files.map(({ path, content }) => [path.replace(/^.*pagefind\//, ''), content]));
  return inKnownForm(() => ({ group: groupOf(files), runtime: runtimeOf(files) }));
}
