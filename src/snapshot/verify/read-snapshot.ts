import type { BrokenPdf, ReadAttachment, ReadPdf } from '../../../plugins/pdf/read.ts';
import { readPdf } from '../../../plugins/pdf/read.ts';
import { MANIFEST_NAME, parseManifest, SNAPSHOT_NAMESPACE, type SnapshotManifest } from '../manifest.ts';
import { bad, type Fact } from './fact.ts';

export interface ReadSnapshot {
  readonly pdf: ReadPdf;
  readonly manifest: SnapshotManifest;
  /** Everything attached but the manifest. */
  readonly attachments: readonly ReadAttachment[];
}

/** Why a file holds no snapshot that could be checked. */
const BROKEN: Readonly<Record<BrokenPdf, Fact>> = {
  'not-pdf': bad('file/not-pdf', 'This is not a PDF.', 'Ce n’est pas un PDF.'),
  truncated: bad('file/truncated', 'The file is cut off: its end is missing. Ask for it again.', 'Le fichier est tronqué : sa fin manque. Le redemander.'),
  encrypted: bad('file/encrypted', 'The file is encrypted, and a snapshot never is: somebody saved it again.', 'Le fichier est chiffré, et un instantané ne l’est jamais : quelqu’un l’a réenregistré.'),
  unreadable: bad('file/damaged', 'The file is damaged: it cannot be read as PDF.', 'Le fichier est endommagé : il ne peut pas être lu comme un PDF.'),
};

const FOREIGN = bad('file/foreign', 'This PDF is not a snapshot of Vigie: it carries no manifest and names no commit.', 'Ce PDF n’est pas un instantané de Vigie : il n’a pas de manifeste et ne nomme aucun commit.');

/** Opens a snapshot; where it is none, or has lost what it would be checked with, says why. */
export async function readSnapshot(bytes: Uint8Array): Promise<ReadSnapshot | Fact> {
  const reading = await readPdf(bytes, SNAPSHOT_NAMESPACE);
  if ('broken' in reading) return BROKEN[reading.broken];
  const { pdf } = reading;
  const commit = pdf.properties['commit'];
  const manifests = pdf.attachments.filter(({ name }) => name === MANIFEST_NAME);
  const [attachment] = manifests;
  if (!attachment) {
    if (commit === undefined) return FOREIGN;
    return bad('manifest/removed', `The manifest was removed: the file names commit ${commit} and no longer carries ${MANIFEST_NAME}, so nothing in it can be checked.`, `Le manifeste a été retiré : le fichier nomme le commit ${commit} et ne contient plus ${MANIFEST_NAME}, donc rien ne peut y être vérifié.`);
  }
  if (manifests.length > 1) return bad('manifest/twice', `The file carries ${manifests.length} manifests and a snapshot has one: somebody added to it.`, `Le fichier contient ${manifests.length} manifestes et un instantané n’en a qu’un : quelqu’un en a ajouté.`);
  const parsed = attachment.bytes ? parseManifest(attachment.bytes) : { problem: 'unreadable' as const };
  if ('manifest' in parsed) return { pdf, manifest: parsed.manifest, attachments: pdf.attachments.filter((other) => other !== attachment) };
  if (commit === undefined) return FOREIGN;
  if (parsed.problem === 'newer') return bad('manifest/newer', 'The manifest is of a later format: check the file with a later version of Vigie.', 'Le manifeste est d’un format plus récent : vérifier le fichier avec une version plus récente de Vigie.');
  return bad('manifest/damaged', 'The manifest is damaged: it was changed and can no longer be read.', 'Le manifeste est endommagé : il a été modifié et ne peut plus être lu.');
}
