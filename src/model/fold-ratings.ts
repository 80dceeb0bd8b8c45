import type { Method } from '../schemas/method.ts';
import { rate, type Rated } from './rated.ts';
import { ratingMeaning } from './rating-meaning.ts';
import type { MainCommit, RatingHistory, RatingValues, RatingVersion, SkippedVersion } from './rating-history.ts';
import type { RegisterContent, WrittenRating } from './register-content.ts';

/** What a commit did to one file. The file goes by the name it has today, whatever it was called. */
export interface FileStep {
  readonly file: string;
  readonly content: RegisterContent | 'gone' | 'unreadable';
  /** The commit created it. */
  readonly born: boolean;
}

export interface HistoryStep {
  readonly commit: MainCommit;
  /** It only says what was there when reading starts: nothing of it is this commit's doing. */
  readonly start: boolean;
  readonly files: readonly FileStep[];
}

/** A rating as it stands at one moment. */
interface Standing {
  readonly file: string;
  readonly values: RatingValues;
  readonly method: Method | undefined;
  readonly written: string;
}

/** What decides a level, apart from the wording of the scales. */
const rating = ({ likelihood, impact, score, grid, levels }: Method): string =>
  JSON.stringify([score, grid, levels.map(({ id, from }) => [id, from]), likelihood.map(({ value, id }) => [value, id]), impact.map(({ value, id }) => [value, id])]);

const ratedBy = (method: Method | undefined, { current }: RatingValues): Rated | undefined => (method && current !== 'not-rated' ? rate(method, current) : undefined);

/**
 * Follows every rating through the versions of the files, oldest first. A record is known by its key: it may move from file to file.
 * What could not be read leaves what was known before it.
 */
export function foldRatings(steps: Iterable<HistoryStep>): Pick<RatingHistory, 'of' | 'skipped' | 'methods'> {
  const files = new Map<string, RegisterContent>();
  /** Files and records that existed and said nothing yet. */
  const blind = new Set<string>();
  const of = new Map<string, RatingVersion[]>();
  const skipped: SkippedVersion[] = [];
  /** Versions of a file that said nothing, until it speaks: what it then holds, it held. */
  const silent = new Map<string, Set<string>[]>();
  const changed = new Map<string, MainCommit[]>();
  let methods = new Map<string, Method>();
  let standings = new Map<string, Standing>();

  const record = (key: string, version: RatingVersion): void => {
    const list = of.get(key);
    if (list) list.push(version);
    else of.set(key, [version]);
  };

  /** Keeps what was known of the records that this version lost. */
  const withKnown = (content: RegisterContent, commit: MainCommit, file: string): RegisterContent => {
    if (content.lost.size === 0) return content;
    skipped.push({ commit, file, keys: content.lost });
    const ratings = new Map<string, WrittenRating>(content.ratings);
    for (const key of content.lost) {
      const known = [...files.values()].map((other) => other.ratings.get(key)).find((entry) => entry !== undefined);
      if (known) ratings.set(key, known);
      else blind.add(key);
    }
    return { ...content, ratings };
  };

  const standingNow = (): Map<string, Standing> => {
    const registers = new Map([...files.values()].flatMap((content) => [...content.registers]));
    const now = new Map<string, Standing>();
    for (const [file, { ratings }] of files) {
      for (const [key, { method, register, ...values }] of ratings) {
        if (now.has(key)) continue;
        const methodKey = method ?? (register === undefined ? undefined : registers.get(register));
        now.set(key, { file, values: { ...values, methodKey }, method: methodKey === undefined ? undefined : methods.get(methodKey), written: JSON.stringify([{ ...values, title: '' }, methodKey]) });
      }
    }
    return now;
  };

  for (const { commit, start, files: touched } of steps) {
    const born = new Set<string>();
    for (const { file, content, born: isBorn } of touched) {
      if (isBorn) born.add(file);
      if (content === 'gone') files.delete(file);
      else if (content === 'unreadable') {
        const keys = new Set(files.get(file)?.ratings.keys());
        skipped.push({ commit, file, keys });
        silent.set(file, [...(silent.get(file) ?? []), keys]);
        if (!files.has(file)) blind.add(file);
      } else {
        for (const keys of silent.get(file) ?? []) for (const key of content.ratings.keys()) keys.add(key);
        silent.delete(file);
        files.set(file, withKnown(content, commit, file));
      }
    }

    const before = methods;
    methods = new Map([...files.values()].flatMap((content) => [...content.methods]));
    for (const [key, method] of methods) {
      const previous = before.get(key);
      if (!start && previous && previous !== method && rating(previous) !== rating(method)) changed.set(key, [...(changed.get(key) ?? []), commit]);
    }

    const last = standings;
    standings = standingNow();
    for (const [key, { file, values, method, written }] of standings) {
      const previous = last.get(key);
      if (previous?.written === written) continue;
      if (previous && ratingMeaning(previous.values, previous.method) === ratingMeaning(values, method)) continue;
      const hidden = blind.delete(key) || blind.has(file);
      record(key, { commit, change: start || (!previous && hidden) ? 'known' : previous ? 'changed' : 'added', file, withFile: born.has(file), values, then: ratedBy(method, values) });
    }
    for (const [key, { file, values, method }] of last) {
      if (!standings.has(key)) record(key, { commit, change: 'removed', file, withFile: false, values, then: ratedBy(method, values) });
    }
    for (const { file, content } of touched) if (content !== 'unreadable') blind.delete(file);
  }
  return { of, skipped, methods: changed };
}
