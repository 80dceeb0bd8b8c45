import { fork } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { SnapshotOptions } from '../snapshot/options.ts';
import { SNAPSHOT_FOLDER, type PublishedSnapshot, type SnapshotReason, type SnapshotState } from '../views/published-snapshot.ts';

export interface SnapshotOrder {
  readonly options: SnapshotOptions;
  /** Pages have a PDF of their own too. */
  readonly each: boolean;
  /** Folder that the files go to. */
  readonly into: string;
  /** The wiki's folder as its author names it. */
  readonly shown: string;
}

export type SnapshotAnswer = PublishedSnapshot | { readonly problem: string; readonly why: string };

/** A wiki that stands for no commit has no snapshot, and nobody is to be warned of it at every build. */
const EXPECTED: Readonly<Record<string, SnapshotReason>> = { 'no-git': 'no-repository', 'no-repository': 'no-repository', 'no-commit': 'no-commit', 'no-content': 'no-commit', nothing: 'nothing' };

export interface SnapshotWork {
  readonly state: Promise<SnapshotState>;
  /** Puts what was made into the site's folder. */
  readonly publish: (site: string) => void;
}

/** No snapshot, and why. */
export const noSnapshot = (reason: SnapshotReason): SnapshotWork => ({ state: Promise.resolve({ reason }), publish: () => undefined });

/** Makes the snapshot of a build in a process of its own, while pages are rendered. A build is published without it where it cannot be made: `warn` is told why. */
export function snapshotAside(order: SnapshotOrder, cwd: string, warn: (sentence: string) => void): SnapshotWork {
  const child = fork(join(import.meta.dirname, 'snapshot-main.ts'), [JSON.stringify(order)], { cwd, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  const said: string[] = [];
  child.stderr?.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  const state = new Promise<SnapshotState>((resolve) => {
    let answer: SnapshotAnswer | undefined;
    child.on('message', (message: SnapshotAnswer) => (answer = message));
    child.on('error', (error) => (answer = { problem: 'failed', why: error.message }));
    child.on('close', (code, signal) => {
      answer ??= { problem: 'failed', why: `it ended early (${signal ?? `exit code ${code}`})${said.length > 0 ? `: ${said.join('').trim().split('\n').at(-1)}` : ''}` };
      if (!('problem' in answer)) return resolve(answer);
      const reason = EXPECTED[answer.problem];
      if (reason === undefined) warn(`the site has no PDF for auditors: ${answer.why}`);
      resolve({ reason: reason ?? 'failed' });
    });
  });
  return {
    state,
    publish(site) {
      if (!existsSync(order.into)) return;
      const folder = join(site, SNAPSHOT_FOLDER);
      mkdirSync(folder, { recursive: true });
      for (const name of readdirSync(order.into)) renameSync(join(order.into, name), join(folder, name));
      rmSync(order.into, { recursive: true, force: true });
    },
  };
}
