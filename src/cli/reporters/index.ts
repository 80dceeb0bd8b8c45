import { githubReport } from './github.ts';
import { gitlabReport } from './gitlab.ts';
import { jsonReport } from './json.ts';
import { junitReport } from './junit.ts';
import { markdownReport } from './markdown.ts';
import type { Reporter } from './report.ts';
import { sarifReport } from './sarif.ts';
import { textReport } from './text.ts';

/** Every format of `check`. A new one is a file beside and a line here. */
export const reporters = {
  text: ({ result, color, shown, lang, compared }) => textReport(result, { color, prefix: shown, lang, compared }),
  json: jsonReport,
  sarif: sarifReport,
  github: githubReport,
  gitlab: gitlabReport,
  junit: junitReport,
  markdown: markdownReport,
} as const satisfies Record<string, Reporter>;

export type Format = keyof typeof reporters;
export const isFormat = (name: string): name is Format => Object.hasOwn(reporters, name);
