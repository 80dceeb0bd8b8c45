export interface XmpInput {
  readonly title: string;
  readonly language: string;
  /** ISO 8601, UTC. */
  readonly date: string;
  readonly tool: string;
  readonly producer: string;
  /** Hex digits that name the document. */
  readonly id: string;
  /** URI under which the own properties stand. */
  readonly namespace: string;
  readonly properties: Readonly<Record<string, string>>;
}

const PREFIX = 'own';

const escape = (text: string): string =>
  text
    // XML knows no other control characters.
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, ' ')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

const unescape = (text: string): string => text.replace(/&(amp|lt|gt|quot);/g, (whole, name: string) => ENTITIES[name] ?? whole);

const described = (name: string, type: string, category: string, description: string): string =>
  `<rdf:li rdf:parseType="Resource"><pdfaProperty:name>${name}</pdfaProperty:name><pdfaProperty:valueType>${type}</pdfaProperty:valueType><pdfaProperty:category>${category}</pdfaProperty:category><pdfaProperty:description>${description}</pdfaProperty:description></rdf:li>`;

const schema = (name: string, uri: string, prefix: string, properties: string): string =>
  `<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>${name}</pdfaSchema:schema><pdfaSchema:namespaceURI>${uri}</pdfaSchema:namespaceURI><pdfaSchema:prefix>${prefix}</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>${properties}</rdf:Seq></pdfaSchema:property></rdf:li>`;

/** The metadata packet of a file that is PDF/A-3a and PDF/UA-1; what neither standard knows is declared in an extension schema. */
export function xmpPacket({ title, language, date, tool, producer, id, namespace, properties }: XmpInput): string {
  const own = Object.entries(properties);
  const spaces = {
    dc: 'http://purl.org/dc/elements/1.1/',
    xmp: 'http://ns.adobe.com/xap/1.0/',
    xmpMM: 'http://ns.adobe.com/xap/1.0/mm/',
    pdf: 'http://ns.adobe.com/pdf/1.3/',
    pdfaid: 'http://www.aiim.org/pdfa/ns/id/',
    pdfuaid: 'http://www.aiim.org/pdfua/ns/id/',
    pdfaExtension: 'http://www.aiim.org/pdfa/ns/extension/',
    pdfaSchema: 'http://www.aiim.org/pdfa/ns/schema#',
    pdfaProperty: 'http://www.aiim.org/pdfa/ns/property#',
    [PREFIX]: namespace,
  };
  const lines = [
    `<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escape(title)}</rdf:li></rdf:Alt></dc:title>`,
    `<dc:language><rdf:Bag><rdf:li>${escape(language)}</rdf:li></rdf:Bag></dc:language>`,
    '<dc:format>application/pdf</dc:format>',
    `<pdf:Producer>${escape(producer)}</pdf:Producer>`,
    `<xmp:CreatorTool>${escape(tool)}</xmp:CreatorTool>`,
    ...['CreateDate', 'ModifyDate', 'MetadataDate'].map((name) => `<xmp:${name}>${date}</xmp:${name}>`),
    `<xmpMM:DocumentID>uuid:${id}</xmpMM:DocumentID>`,
    '<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>',
    ...own.map(([name, value]) => `<${PREFIX}:${name}>${escape(value)}</${PREFIX}:${name}>`),
    '<pdfaExtension:schemas><rdf:Bag>',
    schema('PDF/UA Universal Accessibility Schema', spaces.pdfuaid, 'pdfuaid', described('part', 'Integer', 'internal', 'Part of ISO 14289')),
    ...(own.length === 0 ? [] : [schema('Properties of this document', escape(namespace), PREFIX, own.map(([name]) => described(name, 'Text', 'external', name)).join(''))]),
    '</rdf:Bag></pdfaExtension:schemas>',
  ];
  return [
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    `<rdf:Description rdf:about="" ${Object.entries(spaces).map(([prefix, uri]) => `xmlns:${prefix}="${escape(uri)}"`).join(' ')}>`,
    ...lines,
    '</rdf:Description></rdf:RDF></x:xmpmeta>',
    '<?xpacket end="r"?>',
  ].join('\n');
}

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The own properties of a packet, under whatever prefix they stand. Empty where the packet does not know the namespace. */
export function xmpProperties(packet: string, namespace: string): Readonly<Record<string, string>> {
  const prefix = new RegExp(`xmlns:([\\w-]+)="${literal(escape(namespace))}"`).exec(packet)?.[1];
  if (prefix === undefined) return {};
  return Object.fromEntries([...packet.matchAll(new RegExp(`<${literal(prefix)}:([\\w-]+)>([^<]*)</`, 'g'))].map(([, name = '', value = '']) => [name, unescape(value)]));
}
