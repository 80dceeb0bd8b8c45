import type { ReadingProblem } from '../model/problem.ts';
import type { Text } from '../model/text.ts';
import type { Wiki } from '../model/wiki.ts';

/** Says what is wrong with the source of a diagram, and on which of its lines, from 1. */
export type FindDiagramError = (source: string) => Promise<{ readonly message: Text; readonly line: number } | undefined>;

/** The wiki with what is wrong in its diagrams. Apart from reading, because only a face that can draw knows, and it takes its time. */
export async function readDiagrams(wiki: Wiki, findError: FindDiagramError): Promise<Wiki> {
  const problems: ReadingProblem[] = [];
  for (const document of wiki.documents) {
    for (const fence of document.outline.fences) {
      if (fence.lang !== 'mermaid') continue;
      const error = await findError(fence.value);
      if (error) problems.push({ rule: 'content/diagram', what: { en: `the diagram does not parse: ${error.message.en}`, fr: `le schéma est illisible : ${error.message.fr}` }, place: { file: document.file, line: fence.line + error.line, column: 1 } });
    }
  }
  return problems.length === 0 ? wiki : { ...wiki, problems: [...wiki.problems, ...problems] };
}
