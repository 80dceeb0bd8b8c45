import type { DocumentOf } from '../schemas/kinds.ts';
import type { Method } from '../schemas/method.ts';
import type { RatingValues } from './rating-history.ts';
import type { RecordValues, WikiDocument } from './records.ts';
import { recordsOf } from './wiki.ts';

/** Kinds of document that say how risks and scenarios are rated. */
export const ratingKinds: readonly WikiDocument['kind'][] = ['risk-register', 'risk', 'continuity-plan', 'method'];

/** A rating as its file writes it. A risk in a file of its own names its register, which names the method. */
export interface WrittenRating extends Omit<RatingValues, 'methodKey'> {
  readonly method?: string | undefined;
  readonly register?: string | undefined;
}

/** What one version of a file says of ratings, by key. */
export interface RegisterContent {
  readonly ratings: ReadonlyMap<string, WrittenRating>;
  /** Registers and the methods they name. */
  readonly registers: ReadonlyMap<string, string>;
  readonly methods: ReadonlyMap<string, Method>;
  /** Records that the file holds and that could not be read. */
  readonly lost: ReadonlySet<string>;
}

const keyIn = (system: string, reference: string | undefined): string | undefined => (reference === undefined || reference.includes('/') ? reference : `${system}/${reference}`);

/** Reads a document as the history of ratings needs it; undefined where it is of another kind. */
export function registerContent(document: WikiDocument, lost: readonly string[]): RegisterContent | undefined {
  if (!ratingKinds.includes(document.kind)) return undefined;
  const { system, value } = document;
  const method = keyIn(system, (value as DocumentOf<'risk-register' | 'continuity-plan'>).method);
  const register = keyIn(system, (value as DocumentOf<'risk'>).register);
  const content = { ratings: new Map<string, WrittenRating>(), registers: new Map<string, string>(), methods: new Map<string, Method>(), lost: new Set(lost) };
  for (const record of recordsOf(document)) {
    if (record.kind === 'method') content.methods.set(record.key, record.value as Method);
    else if (record.kind === 'register' && method !== undefined) content.registers.set(record.key, method);
    else if (record.kind === 'risk') {
      const { current, inherent, target, state } = record.value as RecordValues['risk'];
      content.ratings.set(record.key, { kind: 'risk', title: record.title, current, inherent, target, state, method, register });
    } else if (record.kind === 'scenario') {
      const { current } = record.value as RecordValues['scenario'];
      content.ratings.set(record.key, { kind: 'scenario', title: record.title, current, method });
    }
  }
  return content;
}
