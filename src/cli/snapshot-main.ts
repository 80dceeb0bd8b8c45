// The process that makes the snapshot of a build (snapshot-process.ts starts it), beside the one that renders the pages.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { printReading } from '../snapshot/make-snapshot.ts';
import { readingOf, readPrint, type Reading } from '../snapshot/read-print.ts';
import { pageParts, partPath, SNAPSHOT_FOLDER, SNAPSHOT_NAME } from '../views/published-snapshot.ts';
import type { SnapshotAnswer, SnapshotOrder } from './snapshot-process.ts';
import { saySnapshotProblem } from './snapshot-sentence.ts';

// Hours and dates are computed in named zones; the zone of the process must not matter.
process.env['TZ'] = 'UTC';

// Nobody waits for the snapshot any more.
process.on('disconnect', () => process.exit(1));

/** Writes each page's own PDF; a sentence where one cannot be made. */
async function writeParts({ options, into }: SnapshotOrder, reading: Reading): Promise<string | undefined> {
  for (const part of pageParts(reading.print.wiki)) {
    const own = { ...options, part };
    const of = readingOf(reading, own);
    const set = 'problem' in of ? of : await printReading(of, own);
    if ('problem' in set) return `${part.kind} ${part.name}: ${set.problem}`;
    const file = join(into, partPath(part).slice(SNAPSHOT_FOLDER.length + 1));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, set.bytes);
  }
  return undefined;
}

async function made(order: SnapshotOrder): Promise<SnapshotAnswer> {
  const { options, into, shown, each } = order;
  const reading = await readPrint(options, () => undefined);
  const snapshot = 'problem' in reading ? reading : await printReading(reading, options);
  if ('problem' in snapshot) return { problem: snapshot.problem, why: saySnapshotProblem(snapshot, shown) };
  const { bytes, sha256, pages, documents, records, attachments, commit, tree, asOf, draft } = snapshot;
  mkdirSync(into, { recursive: true });
  writeFileSync(join(into, SNAPSHOT_NAME), bytes);
  writeFileSync(join(into, `${SNAPSHOT_NAME}.sha256`), `${sha256}  ${SNAPSHOT_NAME}\n`);
  const failed = each && !('problem' in reading) ? await writeParts(order, reading) : undefined;
  if (failed !== undefined) return { problem: 'failed', why: failed };
  return { name: `vigie-${draft ? 'draft-' : ''}${commit.slice(0, 7)}.pdf`, bytes: bytes.length, sha256, pages, documents, records, attachments, commit, tree, asOf, draft };
}

const order = JSON.parse(process.argv[2] ?? '{}') as SnapshotOrder;
let answer: SnapshotAnswer;
try {
  answer = await made(order);
} catch (error) {
  answer = { problem: 'failed', why: error instanceof Error ? error.message : String(error) };
}
process.send?.(answer, () => process.exit(0));
