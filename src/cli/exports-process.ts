import { fork } from 'node:child_process';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { History } from '../model/history.ts';
import type { PackedWiki } from '../model/packed-wiki.ts';
import type { PublishedFile } from '../views/published-files.ts';

export interface ExportsOrder {
  readonly wiki: PackedWiki;
  readonly history: History;
  /** Folder of content/, for the files that documents show. */
  readonly root: string;
  /** Address that the site will stand at, where it has one. */
  readonly url: string | undefined;
  /** Folder that the files go to. */
  readonly into: string;
}

export type ExportsAnswer = { readonly files: readonly PublishedFile[] } | { readonly why: string };

export interface ExportsWork {
  /** Says what they are made from, and ends when that is sent: who renders pages meanwhile would send it drop by drop. Until then the process loads its code. */
  readonly begin: (order: ExportsOrder) => Promise<void>;
  /** The files in the order of the page that lists them; thrown where they could not be made. */
  readonly files: Promise<readonly PublishedFile[]>;
  /** Puts them into the site's folder. */
  readonly publish: (site: string) => void;
  /** Ends it where there is nothing to make. */
  readonly drop: () => void;
}

/** Where they stand in the site. */
const DATA = 'data';

/** Pages are rendered beside it: it collects early and often, at the price of some of its time. */
const FRUGAL = ['--max-semi-space-size=8', '--heap-growing-percent=40'];

/** Makes the exports of a build in a process of its own, from the wiki that its pages are made from: neither their time nor their memory is the pages'. */
export function exportsAside(cwd: string): ExportsWork {
  const child = fork(join(import.meta.dirname, 'exports-main.ts'), { cwd, execArgv: [...process.execArgv, ...FRUGAL], serialization: 'advanced', stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  const said: string[] = [];
  child.stderr?.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  let made: readonly PublishedFile[] = [];
  const files = new Promise<readonly PublishedFile[]>((resolve, reject) => {
    let answer: ExportsAnswer | undefined;
    child.on('message', (message: ExportsAnswer) => (answer = message));
    child.on('error', (error) => (answer ??= { why: error.message }));
    child.on('close', (code, signal) => {
      answer ??= { why: `it ended early (${signal ?? `exit code ${code}`})${said.length > 0 ? `: ${said.join('').trim().split('\n').at(-1)}` : ''}` };
      if ('files' in answer) resolve((made = answer.files));
      else reject(new Error(`the exports could not be made: ${answer.why}`));
    });
  });
  // A page that waits for them fails with them; so does the build.
  files.catch(() => undefined);
  let into = '';
  return {
    files,
    begin(order) {
      into = order.into;
      // What cannot be sent is told by the end of the process.
      return new Promise((sent) => child.send(order, () => sent()));
    },
    drop: () => void child.kill(),
    publish(site) {
      for (const { path } of made) {
        const target = join(site, DATA, path);
        mkdirSync(dirname(target), { recursive: true });
        renameSync(join(into, path), target);
      }
      if (into !== '') rmSync(into, { recursive: true, force: true });
    },
  };
}
