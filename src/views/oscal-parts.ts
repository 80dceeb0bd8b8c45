import type { WikiFolder, Wiki } from '../model/wiki.ts';
import { uuidOf } from './oscal-uuid.ts';

/** Names that OSCAL does not define are told apart by it. */
const NAMESPACE = 'urn:vigie:oscal:1';

/** What every part of a system's plan is made with. */
export interface Poam {
  readonly wiki: Wiki;
  readonly system: WikiFolder;
  /** A UUID that is the thing's own in this wiki. */
  readonly uuid: (...name: readonly string[]) => string;
  readonly party: string;
}

export const poamOf = (wiki: Wiki, system: WikiFolder): Poam => {
  const uuid = (...name: readonly string[]): string => uuidOf(wiki.site.url ?? wiki.site.title, system.id, ...name);
  return { wiki, system, uuid, party: uuidOf(wiki.site.url ?? wiki.site.title, 'organisation') };
};

/** A text on one line, as OSCAL wants titles and values. */
export const line = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** A day as OSCAL writes instants: its beginning, in UTC. */
export const instant = (day: string): string => `${day.slice(0, 10)}T00:00:00Z`;

/** Values under names of Vigie's own; what is not said has none. */
export const props = (values: Readonly<Record<string, string | number | undefined>>): object[] =>
  Object.entries(values).flatMap(([name, value]) => (value === undefined || line(String(value)) === '' ? [] : [{ name, ns: NAMESPACE, value: line(String(value)) }]));

/** A list, left out where it is empty: OSCAL has no empty lists. */
export const some = <T>(name: string, list: readonly T[]): Readonly<Record<string, readonly T[]>> => (list.length === 0 ? {} : { [name]: list });

export const originOf = ({ party }: Poam): object => ({ actors: [{ type: 'party', 'actor-uuid': party }] });
