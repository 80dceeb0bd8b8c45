import { PDFArray, PDFDict, PDFHexString, PDFName, PDFString, type PDFDocument } from 'pdf-lib';

const key = (name: string): PDFName => PDFName.of(name);

/** What a link inside the document does, in words. */
const WORDS: Readonly<Record<string, string>> = { fr: 'Aller à cette partie du document', en: 'Go to this part of the document' };

/** Says what every link does, for those who do not see where it stands; Typst says it of some. */
export function nameLinks(document: PDFDocument, language: string): void {
  for (const page of document.getPages()) {
    const annotations = page.node.lookup(key('Annots'));
    for (let at = 0; annotations instanceof PDFArray && at < annotations.size(); at++) {
      const link = annotations.lookup(at);
      if (!(link instanceof PDFDict) || link.lookup(key('Subtype')) !== key('Link') || link.has(key('Contents'))) continue;
      const action = link.lookup(key('A'));
      const uri = action instanceof PDFDict ? action.lookup(key('URI')) : undefined;
      const words = uri instanceof PDFString || uri instanceof PDFHexString ? uri.decodeText() : (WORDS[language.slice(0, 2)] ?? WORDS['en'] ?? '');
      link.set(key('Contents'), PDFHexString.fromText(words));
    }
  }
}
