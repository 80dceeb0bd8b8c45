#!/usr/bin/env node
// The command of the package, in plain JavaScript that any Node reads: below node_modules, Node runs no TypeScript by itself.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import * as module from 'node:module';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Whether this Node can run the package's own TypeScript (22.15, or 23.5). */
const isRecent = typeof module.registerHooks === 'function' && typeof module.stripTypeScriptTypes === 'function';

/** Folders from one up to the root of the disk. */
const upFrom = (folder) => (dirname(folder) === folder ? [folder] : [folder, ...upFrom(dirname(folder))]);

/** The Node that the npm package `node` brings: beside Vigie, or in the folder the command runs in. */
function broughtNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const folders = [...upFrom(dirname(fileURLToPath(import.meta.url))), ...upFrom(process.cwd())];
  return folders.map((folder) => join(folder, 'node_modules/node/bin', name)).find((file) => existsSync(file));
}

/** Starts again under another Node, and ends as it ends. */
function startUnder(node) {
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit', env: { ...process.env, VIGIE_NODE: node } });
  // Ctrl-C reaches both: this one waits for the other.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void child.kill(signal));
  child.on('error', (error) => fail(`${node} does not start (${error.code})`));
  child.on('close', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
}

function fail(why) {
  process.stderr.write(`vigie: ${why}\n`);
  process.exitCode = 2;
}

if (isRecent) {
  await import('./strip-types.js');
  await import('../main.ts');
} else {
  const node = process.env.VIGIE_NODE === undefined ? broughtNode() : undefined;
  if (node) startUnder(node);
  else fail(`Node 22.15 or later is needed, and this is ${process.version}; npm install --save-dev node@24 brings one to this folder`);
}
