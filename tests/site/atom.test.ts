import { describe, expect, it } from 'vitest';
import { atomXml, escapeXml, stableUrn, type AtomEntry } from '../../src/site/atom.ts';

const entry: AtomEntry = { id: stableUrn('commit a'), title: 'Put <b> & "quotes"', updated: '2026-03-10T10:00:00+01:00', author: 'Ops', link: 'https://wiki.example/changes/#c-a', content: '<p>SP-E</p>', categories: ['SP-E'] };
const feed = (entries: readonly AtomEntry[]): string => atomXml({ id: stableUrn('feed'), title: 'Changes', lang: 'en', updated: '2026-03-10T10:00:00+01:00', author: 'Ops', self: 'https://wiki.example/changes.xml', page: 'https://wiki.example/changes/', entries });

describe('the Atom feed', () => {
  it('has what RFC 4287 asks of a feed and of an entry', () => {
    const xml = feed([entry]);
    const [head = '', body = ''] = xml.split('<entry>');
    for (const element of ['<id>urn:uuid:', '<title>', '<updated>', '<author><name>', 'rel="self"']) expect(head).toContain(element);
    for (const element of ['<id>urn:uuid:', '<title>', '<updated>', '<author><name>', 'rel="alternate"', '<content type="html">']) expect(body).toContain(element);
  });

  it('escapes titles and HTML', () => {
    const xml = feed([entry]);
    expect(xml).toContain('<title>Put &lt;b&gt; &amp; &quot;quotes&quot;</title>');
    expect(xml).toContain('<content type="html">&lt;p&gt;SP-E&lt;/p&gt;</content>');
  });

  it('is whole without an entry', () => {
    expect(feed([])).toMatch(/<\/feed>\n$/);
    expect(feed([])).not.toContain('<entry>');
  });

  it('leaves out what XML cannot hold', () => {
    expect(escapeXml('a\u0000b\u001Bc\uD800d😀\n')).toBe('abcd😀\n');
  });
});

describe('a stable name', () => {
  it('is the same for the same text, and a UUID of version 8', () => {
    expect(stableUrn('commit a')).toBe(stableUrn('commit a'));
    expect(stableUrn('commit a')).not.toBe(stableUrn('commit b'));
    expect(stableUrn('commit a')).toMatch(/^urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  });
});
