import type { RecordKind } from '../model/records.ts';
import type { Wiki } from '../model/wiki.ts';

/** `RB-07` → `RB-` and 7, written with two digits. */
function parts(id: string): { stem: string; number: number; digits: number } | undefined {
  const found = /^(.*?)(\d{1,9})$/.exec(id);
  return found ? { stem: found[1] ?? '', number: Number(found[2]), digits: (found[2] ?? '').length } : undefined;
}

/** Every name that a record of a system bears or bore, in lower case: addresses do not tell cases apart. */
export function takenIds(wiki: Wiki, system: string): ReadonlySet<string> {
  const own = [...wiki.records.values()].filter((record) => record.system === system);
  const aliases = own.flatMap(({ value }) => ('aliases' in value ? value.aliases : []));
  const unread = [...wiki.unreadable].filter((key) => key.startsWith(`${system}/`)).map((key) => key.slice(system.length + 1));
  return new Set([...own.map(({ id }) => id), ...aliases, ...unread].map((id) => id.toLowerCase()));
}

/** The next free id of a kind of record, in the form that the system's own have; `first` where there are none. */
export function nextId(wiki: Wiki, system: string, kind: RecordKind, first: string): string {
  const taken = takenIds(wiki, system);
  const own = wiki.all(kind, system).flatMap(({ id }) => parts(id) ?? []);
  const stems = Map.groupBy(own, ({ stem }) => stem);
  const start = parts(first) ?? { stem: `${first}-`, number: 1, digits: 1 };
  const [stem, members] = [...stems].sort(([a, some], [b, others]) => others.length - some.length || (a < b ? -1 : 1))[0] ?? [start.stem, []];
  if (members.length === 0 && !taken.has(first.toLowerCase())) return first;
  const last = [...taken].flatMap((id) => parts(id) ?? []).filter((each) => each.stem === stem.toLowerCase());
  const digits = Math.max(members.length === 0 ? start.digits : 1, ...members.map((each) => each.digits));
  const next = Math.max(0, ...last.map(({ number }) => number), ...members.map(({ number }) => number)) + 1;
  return `${stem}${String(Math.max(next, start.stem === stem ? start.number : 0)).padStart(digits, '0')}`;
}
