import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { citedFiles } from '../model/cited-files.ts';
import type { Wiki } from '../model/wiki.ts';
import { readAttachment } from '../readers/attachment.ts';
import { attachmentPath } from '../views/attachment-path.ts';

/** Writes the pictures and attachments that documents cite beside the pages, byte for byte. What is no longer there is a link that leads nowhere, which the build says. */
export function writeAttachments(wiki: Wiki, root: string, into: string): void {
  for (const file of citedFiles(wiki)) {
    const bytes = readAttachment(root, file);
    if (!bytes) continue;
    const target = join(into, 'files', attachmentPath(file));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, bytes);
  }
}
