// The process that makes the snapshot of a build (snapshot-process.ts starts it), beside the one that renders the pages.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SNAPSHOT_NAME } from '../views/published-snapshot.ts';
import type { SnapshotAnswer, SnapshotOrder } from './snapshot-process.ts';

// Hours and dates are computed in named zones; the zone of the process must not matter.
process.env['TZ'] = 'UTC';

// Nobody waits for the snapshot any more.
process.on('disconnect', () => process.exit(1));

async function made({ options, into, shown }: SnapshotOrder): Promise<SnapshotAnswer> {
  const { makeSnapshot } = await import('../snapshot/make-snapshot.ts');
  const snapshot = await makeSnapshot(options);
  if ('problem' in snapshot) {
    const { saySnapshotProblem } = await import('./snapshot-sentence.ts');
    return { problem: snapshot.problem, why: saySnapshotProblem(snapshot, shown) };
  }
  const { bytes, sha256, pages, documents, records, attachments, commit, tree, asOf, draft } = snapshot;
  mkdirSync(into, { recursive: true });
  writeFileSync(join(into, SNAPSHOT_NAME), bytes);
  writeFileSync(join(into, `${SNAPSHOT_NAME}.sha256`), `${sha256}  ${SNAPSHOT_NAME}\n`);
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
