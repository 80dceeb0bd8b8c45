import { readFileSync, realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { APIRoute, GetStaticPaths } from 'astro';
import { citedFiles } from '../../../model/cited-files.ts';
import { attachmentPath, mediaType } from '../../attachment.ts';
import { contentRoot, siteData } from '../../site-data.ts';

export const getStaticPaths = (async () => {
  const { wiki, published } = await siteData();
  // A build writes them itself, under names that no address has to carry.
  return (published ? [] : citedFiles(wiki)).map((file) => ({ params: { path: attachmentPath(file) }, props: { file } }));
}) satisfies GetStaticPaths;

/** A picture or an attachment that a document cites, byte for byte. */
export const GET: APIRoute = ({ props, params }) => {
  const root = realpathSync(contentRoot());
  const path = realpathSync(join(root, props['file'] as string));
  // The list only holds files of content/; a link swapped in between must not lead out of it.
  if (!path.startsWith(root + sep)) return new Response(undefined, { status: 404 });
  return new Response(new Uint8Array(readFileSync(path)), { headers: { 'Content-Type': mediaType(params['path'] ?? '') } });
};
