import { createHash } from 'node:crypto';

export interface AtomEntry {
  readonly id: string;
  readonly title: string;
  /** RFC 3339. */
  readonly updated: string;
  readonly author: string;
  readonly link: string;
  /** HTML. */
  readonly content: string;
  readonly categories: readonly string[];
}

export interface AtomFeed {
  readonly id: string;
  readonly title: string;
  readonly lang: string;
  readonly updated: string;
  readonly author: string;
  /** Address of the feed. */
  readonly self: string;
  /** Page that says the same. */
  readonly page: string;
  readonly entries: readonly AtomEntry[];
}

/** Text of an XML element or attribute; what XML 1.0 cannot hold is left out. */
export const escapeXml = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');

/** A name that stays the same wherever the site stands: UUID of version 8 (RFC 9562) made from a text. */
export function stableUrn(name: string): string {
  const bytes = createHash('sha256').update(name).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return `urn:uuid:${bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}`;
}

const entryXml = ({ id, title, updated, author, link, content, categories }: AtomEntry): string => `  <entry>
    <id>${escapeXml(id)}</id>
    <title>${escapeXml(title)}</title>
    <updated>${escapeXml(updated)}</updated>
    <author><name>${escapeXml(author)}</name></author>
    <link rel="alternate" href="${escapeXml(link)}"/>
${categories.map((category) => `    <category term="${escapeXml(category)}"/>\n`).join('')}    <content type="html">${escapeXml(content)}</content>
  </entry>
`;

/** A feed as RFC 4287 wants it. */
export const atomXml = ({ id, title, lang, updated, author, self, page, entries }: AtomFeed): string => `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(lang)}">
  <id>${escapeXml(id)}</id>
  <title>${escapeXml(title)}</title>
  <updated>${escapeXml(updated)}</updated>
  <author><name>${escapeXml(author)}</name></author>
  <link rel="self" type="application/atom+xml" href="${escapeXml(self)}"/>
  <link rel="alternate" type="text/html" href="${escapeXml(page)}"/>
  <generator>Vigie</generator>
${entries.map(entryXml).join('')}</feed>
`;
