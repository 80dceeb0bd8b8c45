import { Document, isScalar, isSeq, visit } from 'yaml';

/** A document as its file: frontmatter in block style, short lists of short words on one line, then the body. */
export function renderDocument(data: Record<string, unknown>, body: string): string {
  const document = new Document(data);
  visit(document, {
    Seq: (_, node) => {
      if (node.items.every((item) => isScalar(item) && String(item.value).length < 40) && node.items.map((item) => (isScalar(item) ? String(item.value).length + 2 : 0)).reduce((a, b) => a + b, 0) < 110) node.flow = true;
      return undefined;
    },
    Map: (_, node, path) => {
      // Ratings, controls and points of a scale read best on one line; a record with a title takes its own lines.
      const has = (name: string): boolean => node.items.some(({ key }) => isScalar(key) && key.value === name);
      const flat = path.length > 1 && node.items.length <= 4 && node.items.every(({ value }) => isScalar(value) || (isSeq(value) && value.items.length <= 8));
      if (flat && !(has('id') && has('title'))) node.flow = true;
      return undefined;
    },
  });
  const yaml = document.toString({ lineWidth: 0, flowCollectionPadding: true, defaultStringType: 'PLAIN' });
  return `---\n${yaml.trimEnd()}\n---\n${body === '' ? '' : `\n${body}\n`}`;
}
