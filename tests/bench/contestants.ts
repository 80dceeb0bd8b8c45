import { execFileSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bare, starlight, writeProject } from './baselines.ts';
import type { CorpusFile } from './corpus.ts';
import { writeCorpus } from './corpus.ts';
import type { Run } from './measure.ts';

/** source: nothing kept, and a repository whose pages were never compiled. cold: nothing kept of the wiki. same: a second build, nothing changed. edit: one runbook's text changed. */
export type State = 'source' | 'cold' | 'same' | 'edit';

/** A site generator that takes part, in a folder of its own. */
export interface Contestant {
  readonly name: string;
  readonly label: string;
  /** States that are measured, in order: each one finds what the one before left. */
  readonly states: readonly State[];
  readonly prepare: (folder: string, files: readonly CorpusFile[]) => void;
  /** Puts the folder into the state and says what to run. */
  readonly build: (folder: string, state: State) => Run;
  /** Where the site is, from the folder. */
  readonly output: string;
}

export const repository = join(import.meta.dirname, '..', '..');
const EDITED = 's001/runbooks/rb-01.md';

/** What a build before left, moved out of the way: for minutes after thousands of files are deleted, ext4 creates new ones ten times slower. */
export const ASIDE = 'aside';

function setState(folder: string, state: State, kept: readonly string[], edited: string): void {
  const aside = join(folder, ASIDE, String(performance.now()));
  if (state === 'cold' || state === 'source') for (const name of kept.filter((each) => existsSync(join(folder, each)))) {
    mkdirSync(aside, { recursive: true });
    renameSync(join(folder, name), join(aside, name));
  }
  if (state === 'edit') appendFileSync(join(folder, edited), `\nUne phrase de plus, relue à ${Date.now()}.\n`);
}

const astro = (name: string, label: string, project: Readonly<Record<string, string>>): Contestant => ({
  name,
  label,
  states: ['cold', 'edit'],
  prepare: (folder, files) => writeProject(folder, project, files),
  build: (folder, state) => {
    setState(folder, state, ['dist', '.cache', '.astro'], `src/content/docs/${EDITED}`);
    return { command: process.execPath, args: [join(repository, 'node_modules/astro/bin/astro.mjs'), 'build'], cwd: folder };
  },
  output: 'dist',
});

const vigie = (source: string): Contestant => ({
  name: 'vigie',
  label: 'Vigie, recherche comprise',
  states: ['source', 'cold', 'same', 'edit'],
  prepare: (folder, files) => void writeCorpus(join(folder, 'content'), files.length),
  build: (folder, state) => {
    setState(folder, state, ['dist', 'cache'], `content/${EDITED}`);
    const compiled = join(source, '.compiled');
    if (state === 'source') rmSync(compiled, { recursive: true, force: true });
    // As npm brings it.
    if (state === 'cold') execFileSync(process.execPath, [join(source, 'src/cli/compile-main.ts')], { cwd: source });
    return { command: process.execPath, args: [join(source, 'src/cli/main.ts'), 'build', '--content', join(folder, 'content'), '--out', join(folder, 'dist'), '--cache', join(folder, 'cache'), '--timings', join(folder, `timings-${state}.json`)], cwd: source };
  },
  output: 'dist',
});

/** Everybody who takes part. `source` is the tree of Vigie to measure: another one than this answers what a change cost. */
export const contestants = (source: string = repository): readonly Contestant[] => [
  astro('bare', 'Astro nu', bare),
  astro('starlight', 'Starlight sans recherche', starlight(false)),
  astro('starlight-search', 'Starlight avec Pagefind', starlight(true)),
  vigie(source),
];
