/** Mermaid takes angle brackets out of labels that it sets as SVG text. They travel as characters that no text holds. */
const STANDS_FOR: Readonly<Record<string, string>> = { '<': '\uE001', '>': '\uE002' };
const BACK: Readonly<Record<string, string>> = { '\uE001': '<', '\uE002': '>' };

const FLOWCHART = /^[ \t]*(?:flowchart|graph|swimlane)\b/m;

/** Puts away the angle brackets of a flowchart's quoted labels; line breaks (`<br/>`) stay. */
export const hideAngles = (source: string): string =>
  FLOWCHART.test(source) ? source.replace(/"[^"\n]*"/g, (label) => label.replace(/<br\s*\/?>|[<>]/gi, (part) => STANDS_FOR[part] ?? part)) : source;

/** The characters as they were written. */
export const showAngles = (text: string): string => text.replace(/[\uE001\uE002]/g, (mark) => BACK[mark] ?? mark);
