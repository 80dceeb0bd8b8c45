import { spawn } from 'node:child_process';
import { OFFLINE } from './file-changes.ts';

/** What a git command answered; `code` is undefined where git itself is absent. */
export interface GitAnswer {
  readonly code: number | undefined;
  readonly out: string;
}

/** Runs one git command to its end, without the network and without asking anybody anything. */
export function git(folder: string, ...args: readonly string[]): Promise<GitAnswer> {
  return new Promise((resolve) => {
    const child = spawn('git', ['-C', folder, ...OFFLINE, '-c', 'core.quotePath=false', ...args], { stdio: ['ignore', 'pipe', 'ignore'] });
    let out = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (out += chunk));
    child.on('error', () => resolve({ code: undefined, out: '' }));
    child.on('close', (code) => resolve({ code: code ?? 1, out }));
  });
}
