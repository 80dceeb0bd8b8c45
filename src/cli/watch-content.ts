import { existsSync, readdirSync, statSync, watch, type FSWatcher } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isLeftOut } from '../readers/walk.ts';

/** Editors write a file in several steps: what comes within this time is one edit. */
const QUIET_MS = 20;

/** Folders by their path, with their place on the disk: one that is removed and made again is another. */
function foldersIn(root: string): Map<string, number> {
  const found = new Map<string, number>();
  const left = [root];
  for (const folder of left) {
    try {
      found.set(folder, statSync(folder).ino);
      for (const entry of readdirSync(folder, { withFileTypes: true })) if (entry.isDirectory() && !isLeftOut(entry.name)) left.push(join(folder, entry.name));
    } catch {
      // Removed meanwhile, or closed to this account: the next reading says so.
    }
  }
  return found;
}

/** Watches every folder below one, those to come too. Folders and not files: editors put a new file in the place of the old one, which a watch on the old one never hears of. */
function watchFolders(root: string, tell: (failed?: Error) => void): { close: () => void } {
  const watchers = new Map<string, { readonly watcher: FSWatcher; readonly inode: number }>();
  const drop = (folder: string): void => {
    watchers.get(folder)?.watcher.close();
    watchers.delete(folder);
  };
  const follow = (): void => {
    const folders = foldersIn(root);
    for (const [folder, { inode }] of [...watchers]) if (folders.get(folder) !== inode) drop(folder);
    for (const [folder, inode] of folders) {
      if (watchers.has(folder)) continue;
      const watcher = watch(folder, (event, name) => {
        // The folder itself may be gone, and another one in its place, on the same place of the disk.
        if (event === 'rename' && name === basename(folder)) drop(folder);
        if (event === 'rename') again();
        tell();
      });
      watchers.set(folder, { watcher, inode });
      watcher.on('error', (error) => {
        // A folder that is removed while it is looked at is no failure: the next reading says what is left.
        drop(folder);
        tell(existsSync(folder) ? error : undefined);
      });
    }
  };
  const again = (): void => {
    try {
      follow();
    } catch (error) {
      tell(existsSync(root) ? (error as Error) : undefined);
    }
  };
  follow();
  return { close: () => [...watchers.keys()].forEach(drop) };
}

/** Goes on once after each edit below a folder from now on, until it is told to stop. What is edited meanwhile is one edit more. Throws where the system cannot watch it. */
export function editsOf(root: string, signal: AbortSignal | undefined): AsyncGenerator<void, void> {
  let wake: (() => void) | undefined;
  let edited = false;
  let failed: Error | undefined;
  const stopped = (): boolean => signal?.aborted === true;
  const tell = (error?: Error): void => {
    failed ??= error;
    edited = true;
    wake?.();
  };
  const watcher = watchFolders(root, tell);
  const stop = (): void => tell();
  signal?.addEventListener('abort', stop);
  return (async function* () {
    try {
      while (!stopped()) {
        if (!edited) await new Promise<void>((resolve) => (wake = resolve));
        if (stopped()) return;
        await pause(QUIET_MS);
        edited = false;
        if (failed) throw failed;
        yield;
      }
    } finally {
      watcher.close();
      signal?.removeEventListener('abort', stop);
    }
  })();
}
