import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import type { State } from './contestants.ts';
import type { Cost } from './measure.ts';
import type { Output } from './weigh.ts';

/** What was measured of one contestant in one state: medians over the rounds. */
export interface Result {
  readonly size: number;
  readonly name: string;
  readonly label: string;
  readonly state: State;
  readonly cost: Cost;
  readonly output: Output;
}

const STATES: Record<State, string> = { source: 'à froid, code des pages à compiler', cold: 'à froid', same: 'rien n’a changé', edit: 'un document a changé' };

const number = (value: number, digits = 0): string => value.toLocaleString('fr-FR', { minimumFractionDigits: digits, maximumFractionDigits: digits }).replace(/\u202f/g, '\u00a0');
const kilobytes = (bytes: number): string => number(bytes / 1000, 1);

/** The version of an installed package, read beside its entry: some do not export their package.json. */
function versionOf(name: string): string {
  const [root] = createRequire(import.meta.url).resolve.paths(name) ?? [];
  for (let folder = dirname(root ?? import.meta.dirname); ; folder = dirname(folder)) {
    try {
      return (JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8')) as { version: string }).version;
    } catch {
      if (folder === dirname(folder)) return '?';
    }
  }
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function sizeSection(results: readonly Result[], size: number): string {
  const here = results.filter((entry) => entry.size === size);
  const cold = (name: string): Result | undefined => here.find((entry) => entry.name === name && entry.state === 'cold');
  const ratio = (value: number, of: number | undefined): string => (of === undefined || of === 0 ? '–' : number(value / of, 2));
  const times = here.map(({ label, state, cost }) =>
    row([`${label}, ${STATES[state]}`, number(cost.wall, 1), number(cost.cpu, 1), number(cost.peak), ratio(cost.wall, cold('bare')?.cost.wall), ratio(cost.wall, cold('starlight')?.cost.wall), ratio(cost.wall, cold('starlight-search')?.cost.wall), ratio(cost.cpu, cold('starlight-search')?.cost.cpu), ratio(cost.peak, cold('starlight-search')?.cost.peak)]),
  );
  const weights = here.filter(({ state }) => state === 'cold').map(({ label, output: { pages, reading } }) => row([label, number(pages), kilobytes(reading.html), kilobytes(reading.css), kilobytes(reading.js)]));
  return `## ${number(size)} documents

| Construction | Durée (s) | Processeur (s) | Mémoire (Mio) | ÷ Astro nu | ÷ Starlight sans recherche | ÷ Starlight | Processeur ÷ Starlight | Mémoire ÷ Starlight |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
${times.join('\n')}
${weights.length === 0 ? '' : `
| Page de lecture | Pages | HTML (ko) | CSS (ko) | Script (ko) |
| --- | ---: | ---: | ---: | ---: |
${weights.join('\n')}
`}`;
}

/** The page of measures, as a document of the wiki. */
export function report(results: readonly Result[], rounds: number): string {
  const [cpu] = cpus();
  const sizes = [...new Set(results.map(({ size }) => size))];
  return `---
kind: page
title: Mesures
order: 3
summary: Durée, mémoire et poids des pages, comparés à Starlight et à Astro nu sur les mêmes documents.
---

Machine : ${cpus().length} cœurs (${cpu?.model.trim() ?? 'processeur inconnu'}), ${number(totalmem() / 1024 ** 3)} Gio, ${process.platform} ${process.arch}. Node ${process.versions.node}, Astro ${versionOf('astro')}, Starlight ${versionOf('@astrojs/starlight')}, Pagefind ${versionOf('pagefind')}.

Tous construisent les mêmes fichiers Markdown : du français, 600 à 1 200 mots par document, des tableaux, des listes, du code, des liens. ${rounds === 1 ? 'Une mesure par ligne' : `Médianes de ${rounds} tours entrelacés`} ; les rapports divisent par la construction à froid du même tour. La mémoire est la plus haute de tous les processus ensemble. Les poids sont ceux de la page d’un runbook, compressée (gzip). \`npm run bench\` refait ces mesures.

${sizes.map((size) => sizeSection(results, size)).join('\n')}`;
}
