import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Attachment } from '../../plugins/pdf/attach.ts';

/** Name of the attachment that says what the others are. */
export const MANIFEST_NAME = 'manifest.json';

/** Under which a snapshot's metadata names its commit. */
export const SNAPSHOT_NAMESPACE = 'urn:vigie:snapshot:1';

const VERSION = 1;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const hash = z.string().regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/);

/** What an attachment was when the file was made. */
const entrySchema = z.object({
  name: z.string(),
  /** In bytes. */
  size: z.int().nonnegative(),
  sha256,
  mime_type: z.string(),
  relationship: z.enum(['Source', 'Data', 'Supplement']),
  /** Where a source stands, from the top of its repository. */
  path: z.string().optional(),
  /** Git's name of its text: `git hash-object` gives it. */
  blob: hash.optional(),
});

/**
 * What a snapshot says of itself, attached to it as JSON. A later version that an older reader would misread has another
 * number; keys that are only added keep it.
 */
const manifestSchema = z.object({
  format: z.literal('vigie-snapshot'),
  version: z.literal(VERSION),
  title: z.string(),
  /** Version of Vigie that made it. */
  vigie: z.string(),
  /** Versions of everything else that shapes the bytes: Typst, fflate, fonts, Mermaid. */
  engines: z.record(z.string(), z.string()),
  /** The commit it was made of, and the hash of that commit's whole tree. Of a draft: the commit it departs from. */
  commit: hash,
  tree: hash,
  /** Instant of the commit, ISO 8601, UTC. */
  date: z.string(),
  /** The day that stands for today in it. */
  as_of: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  /** Made of a work tree that held more than its commit. */
  draft: z.boolean(),
  /** Path of the wiki from the top of its repository; '' where it is the top. */
  content: z.string(),
  /** What was asked for: the same options make the same file. */
  options: z.record(z.string(), z.json()),
  /** SHA-256 of the pages, structure and fonts, apart from attachments and metadata. */
  body: sha256,
  /** By name. The manifest itself is not among them. */
  attachments: z.array(entrySchema),
});

export type SnapshotManifest = z.infer<typeof manifestSchema>;
export type ManifestEntry = z.infer<typeof entrySchema>;

/** JSON Schema of the manifest, for those who read it with other tools. */
export const manifestJsonSchema = (): object => z.toJSONSchema(manifestSchema);

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Git's name of a text, in the hash that the repository uses. */
export const blobOf = (bytes: Uint8Array, commit: string): string =>
  createHash(commit.length === 64 ? 'sha256' : 'sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');

export interface ManifestInput extends Omit<SnapshotManifest, 'format' | 'version' | 'attachments'> {
  readonly attachments: readonly Attachment[];
  /** Where a source of this attachment's name stands, from the top of its repository. */
  readonly pathOf: (name: string) => string | undefined;
}

/** The manifest of a snapshot as an attachment of it. */
export function buildManifest({ attachments, pathOf, ...rest }: ManifestInput, description: string): Attachment {
  const entries = attachments.map(({ name, bytes, mimeType, relationship }): ManifestEntry => {
    const path = relationship === 'Source' ? pathOf(name) : undefined;
    return { name, size: bytes.length, sha256: sha256Of(bytes), mime_type: mimeType, relationship, ...(path === undefined ? {} : { path, blob: blobOf(bytes, rest.commit) }) };
  });
  const manifest = manifestSchema.parse({ format: 'vigie-snapshot', version: VERSION, ...rest, attachments: entries.sort((a, b) => (a.name < b.name ? -1 : 1)) });
  return { name: MANIFEST_NAME, bytes: Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`, 'utf8'), mimeType: 'application/json', relationship: 'Supplement', description };
}

export type ManifestReading = { readonly manifest: SnapshotManifest } | { readonly problem: 'unreadable' | 'newer' };

/** Reads a manifest; one that is broken, or of a version that is not known yet, is an answer. */
export function parseManifest(bytes: Uint8Array): ManifestReading {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return { problem: 'unreadable' };
  }
  const parsed = manifestSchema.safeParse(value);
  if (parsed.success) return { manifest: parsed.data };
  const version = typeof value === 'object' && value !== null && 'version' in value ? value.version : undefined;
  return { problem: typeof version === 'number' && version > VERSION ? 'newer' : 'unreadable' };
}
