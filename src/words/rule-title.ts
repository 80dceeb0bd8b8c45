import { rules } from '../checks/rules/index.ts';
import type { Lang } from './index.ts';
import { typography } from './typography.ts';

const titles = new Map<string, Readonly<Record<Lang, string>>>(rules.map(({ id, title }) => [id, title]));

/** What a rule finds, in the reader's language; its id where no rule has it. */
export const ruleTitle = (rule: string, lang: Lang): string => typography(titles.get(rule)?.[lang] ?? rule, lang);
