#!/usr/bin/env node
// Compares Vigie's build with a bare Astro site and with Starlight, on the same documents and the same machine.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ASIDE, contestants, repository, type State } from './contestants.ts';
import { corpus } from './corpus.ts';
import { measure, type Cost } from './measure.ts';
import { median } from './median.ts';
import { report, type Result } from './report.ts';
import { weigh } from './weigh.ts';

// `npm run bench -- snapshot`: the PDF beside a browser's, instead of the site beside other generators.
if (process.argv[2] === 'snapshot') {
  process.argv.splice(2, 1);
  await import('./snapshot.ts');
  process.exit();
}

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '100,1000' },
    rounds: { type: 'string', default: '1' },
    only: { type: 'string' },
    states: { type: 'string' },
    out: { type: 'string' },
    vigie: { type: 'string' },
    // Inside the repository: Astro compiles components of packages only where they share a folder with the project.
    folder: { type: 'string', default: join(repository, '.bench') },
  },
});
const all = contestants(values.vigie === undefined ? undefined : resolve(values.vigie));
const only = values.only?.split(',');
const unknown = only?.filter((name) => !all.some((entry) => entry.name === name)) ?? [];
if (unknown.length > 0) {
  process.stderr.write(`bench: there is no ${unknown.join(', ')}; there are ${all.map(({ name }) => name).join(', ')}\n`);
  process.exit(2);
}
const taking = all.filter(({ name }) => only?.includes(name) ?? true);
const wanted = values.states?.split(',');
const results: Result[] = [];

for (const size of values.sizes.split(',').map(Number)) {
  const files = corpus(size);
  const folderOf = (name: string): string => join(resolve(values.folder), `${name}-${size}`);
  const costs = new Map<string, Cost[]>();
  for (const entry of taking) {
    mkdirSync(folderOf(entry.name), { recursive: true });
    entry.prepare(folderOf(entry.name), files);
  }
  // Rounds are interleaved: a slow minute of a shared machine falls on everybody.
  for (let round = 1; round <= Number(values.rounds); round += 1) {
    for (const { name, states, build } of taking) {
      for (const state of states.filter((entry) => wanted?.includes(entry) ?? true)) {
        const cost = await measure(build(folderOf(name), state));
        const key = `${name} ${state}`;
        costs.set(key, [...(costs.get(key) ?? []), cost]);
        process.stdout.write(`${size} ${key}: ${cost.wall.toFixed(1)} s, CPU ${cost.cpu.toFixed(1)} s, ${cost.peak.toFixed(0)} MiB\n`);
      }
    }
  }
  for (const { name } of taking) rmSync(join(folderOf(name), ASIDE), { recursive: true, force: true });
  for (const { name, label, states, output } of taking) {
    const weight = weigh(join(folderOf(name), output));
    for (const state of states) {
      const list = costs.get(`${name} ${state}`);
      if (!list) continue;
      const middle = (field: keyof Cost): number => median(list.map((cost) => cost[field]));
      results.push({ size, name, label, state: state satisfies State, cost: { wall: middle('wall'), cpu: middle('cpu'), peak: middle('peak') }, output: weight });
    }
  }
}

const page = report(results, Number(values.rounds));
process.stdout.write(`\n${page}`);
if (values.out !== undefined) writeFileSync(resolve(values.out), page);
