import type { Arguments, Options } from './command.ts';

/** Options of every command that reads the wiki. */
export const wikiOptions: Options = {
  content: { type: 'string' },
  'as-of': { type: 'string' },
};

export const wikiUsage = `
  --content <folder>   the wiki's folder (content)
  --as-of <date>       take this day, YYYY-MM-DD, for today`;

/** The wiki's folder as it was named, from where the command runs. */
export const contentOf = ({ values }: Arguments): string => (typeof values['content'] === 'string' ? values['content'].replace(/\/$/, '') : 'content');
