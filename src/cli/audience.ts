import { checksFor } from '../checks/checks-for.ts';
import type { CheckResult } from '../checks/finding.ts';
import { rules } from '../checks/rules/index.ts';
import { editionFor, historyFor, type Audience, type Edition, type Withheld } from '../model/audience.ts';
import type { History } from '../model/history.ts';
import { count } from '../model/text.ts';
import type { Wiki } from '../model/wiki.ts';
import type { Arguments } from './command.ts';

export const audienceUsage = `
  --audience <who>     internal, or public: only what is classified public (audience of site.yml)`;

/** Documents whose authors made them public and that stay inside all the same: each deserves a word. */
const NAMED = 5;

function whyNot({ document, because }: Withheld): string {
  if (because === 'code') return `${document.file} is MDX, whose page is made by its own code`;
  if (because === 'emptied') return `${document.file} says nothing valid without what is withheld`;
  return typeof because === 'string' ? '' : `${document.file} rests on ${because.file}, which is not public`;
}

/** What an edition leaves out, for whoever makes it. */
export function sayEdition({ wiki, withheld }: Edition): string {
  const against = withheld.filter(({ because }) => because !== 'classification').map(whyNot);
  const rest = against.length > NAMED ? [`and ${against.length - NAMED} more`] : [];
  return `public edition: ${count.en(wiki.documents.length, 'document')}, ${withheld.length} withheld\n${[...against.slice(0, NAMED), ...rest].map((why) => `  withheld although public: ${why}\n`).join('')}`;
}

/** Whom a command works for, by its option or by site.yml; a sentence where the option is wrong. */
function audienceOf({ values }: Arguments, wiki: Wiki): Audience | { readonly problem: string } {
  const asked = values['audience'];
  if (asked === undefined) return wiki.site.audience;
  return asked === 'internal' || asked === 'public' ? asked : { problem: `--audience takes internal or public, not ${String(asked)}` };
}

/** The edition that a command works with; a sentence where there is none. */
export function openEdition(input: Arguments, wiki: Wiki): Edition | { readonly problem: string } {
  const audience = audienceOf(input, wiki);
  if (typeof audience !== 'string') return audience;
  const edition = editionFor(wiki, audience);
  if (edition.wiki.documents.length === 0 && wiki.documents.length > 0) return { problem: 'no document is public: write classification: public in those that are, their system’s first, or in site.yml for all that say nothing' };
  return edition;
}

/** What pages of an edition say of checks and of the past, from what the whole wiki's are. */
export const toldIn = ({ wiki }: Edition, checks: CheckResult, history: History): { readonly wiki: Wiki; readonly checks: CheckResult; readonly history: History } => ({
  wiki,
  checks: checksFor(checks, wiki, rules, wiki.site.language),
  history: historyFor(history, wiki),
});
