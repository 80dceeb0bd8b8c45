import { MANIFEST_NAME, sha256Of, type ManifestEntry } from '../manifest.ts';
import { count } from '../../model/text.ts';
import { bad, good, short, type Fact } from './fact.ts';
import type { ReadSnapshot } from './read-snapshot.ts';

/** Attachments against what the manifest says of them. */
function attachmentFacts({ manifest, attachments }: ReadSnapshot): Fact[] {
  const facts: Fact[] = [];
  const wanted = new Map<string, ManifestEntry>(manifest.attachments.map((entry) => [entry.name, entry]));
  const seen = new Set<string>();
  for (const { name, bytes, relationship } of attachments) {
    const entry = wanted.get(name);
    if (!entry || seen.has(name)) {
      facts.push(bad('attachment/added', `The attachment ${name} was added: the manifest does not know it.`, `La pièce jointe ${name} a été ajoutée : le manifeste ne la connaît pas.`));
    } else if (!bytes) {
      facts.push(bad('attachment/damaged', `The attachment ${name} is damaged: it can no longer be unpacked.`, `La pièce jointe ${name} est endommagée : elle ne peut plus être décompressée.`));
    } else if (sha256Of(bytes) !== entry.sha256) {
      facts.push(bad('attachment/changed', `The attachment ${name} was changed or swapped: its SHA-256 is ${short(sha256Of(bytes))}… and the manifest says ${short(entry.sha256)}….`, `La pièce jointe ${name} a été modifiée ou remplacée : son SHA-256 est ${short(sha256Of(bytes))}… et le manifeste dit ${short(entry.sha256)}….`));
    } else if (relationship !== entry.relationship) {
      facts.push(bad('attachment/role', `The attachment ${name} is given as ${relationship ?? 'nothing'} and was attached as ${entry.relationship}.`, `La pièce jointe ${name} est donnée comme ${relationship ?? 'rien'} et avait été jointe comme ${entry.relationship}.`));
    }
    seen.add(name);
  }
  for (const { name } of manifest.attachments) {
    if (!seen.has(name)) facts.push(bad('attachment/missing', `The attachment ${name} was removed: the manifest lists it.`, `La pièce jointe ${name} a été retirée : le manifeste la cite.`));
  }
  const total = manifest.attachments.length;
  return facts.length > 0 ? facts : [good('attachments/whole', `The ${count.en(total, 'attachment')} are those of the manifest.`, `Les pièces jointes (${total}) sont celles du manifeste.`)];
}

/** What the metadata says twice. */
const SAID_TWICE = ['commit', 'tree'] as const;

/** Holds a snapshot against its own manifest: pages, attachments, metadata, and then every byte. */
export function checkInside(snapshot: ReadSnapshot): Fact[] {
  const { pdf, manifest } = snapshot;
  const facts: Fact[] = [
    pdf.bodyDigest === manifest.body
      ? good('body/whole', `The ${count.en(pdf.pages, 'page')}, their structure and their fonts are those of the manifest.`, `Les pages (${pdf.pages}), leur structure et leurs polices sont celles du manifeste.`)
      : bad('body/edited', `The pages were edited: their text, structure or fonts are not those that ${MANIFEST_NAME} describes.`, `Les pages ont été modifiées : leur texte, leur structure ou leurs polices ne sont pas ceux que ${MANIFEST_NAME} décrit.`),
    ...attachmentFacts(snapshot),
  ];
  for (const key of SAID_TWICE) {
    const said = pdf.properties[key];
    if (said !== manifest[key]) facts.push(bad('metadata/changed', `The metadata was changed: it says ${key} ${said ?? '—'} and the manifest ${manifest[key]}.`, `Les métadonnées ont été modifiées : elles disent ${key} ${said ?? '—'} et le manifeste ${manifest[key]}.`));
  }
  if (pdf.seal === 'whole') return [...facts, good('bytes/whole', 'Every byte is the one that was written: the file’s own digest agrees.', 'Chaque octet est celui qui a été écrit : l’empreinte que le fichier porte est la bonne.')];
  // What is already told explains the rest.
  if (facts.some(({ verdict }) => verdict === 'bad')) return facts;
  return [...facts, bad('bytes/changed', 'Bytes were changed: pages and attachments are those of the manifest, yet the file is not the one that was written. It was saved again, or something was added to it.', 'Des octets ont changé : les pages et les pièces jointes sont celles du manifeste, mais le fichier n’est pas celui qui a été écrit. Il a été réenregistré, ou quelque chose y a été ajouté.')];
}
