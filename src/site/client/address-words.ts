/** What an address that leads nowhere was about. */
export interface AddressWords {
  /** As it was asked, for people to read. */
  readonly path: string;
  /** Its last part: what is most likely the id of a record, or its name. */
  readonly name: string;
  /** Words to search. */
  readonly words: string;
  /** Its first part: what is most likely a system. */
  readonly system: string;
}

/** Folders of addresses say nothing of what was looked for. */
const FOLDERS = new Set(['actions', 'backups', 'calendar', 'checks', 'components', 'continuity', 'coverage', 'decisions', 'incidents', 'indicators', 'methods', 'pages', 'reviews', 'risks', 'roles', 'rules', 'runbooks', 'scenarios', 'search', 'index']);

/** An address that a browser cannot decode is taken as it stands. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Reads a path under the site's base. `systems` are the folders of the wiki. */
export function addressWords(path: string, base: string, systems: readonly string[]): AddressWords {
  const rest = decoded(path.startsWith(base) ? path.slice(base.length) : path);
  const parts = rest
    .split('/')
    .map((part) => part.replace(/\.(?:html?|md)$/i, '').trim())
    .filter((part) => part !== '' && !FOLDERS.has(part.toLowerCase()));
  const named = parts.filter((part) => !systems.includes(part));
  const name = named.at(-1) ?? parts.at(-1) ?? '';
  const words = (named.length > 0 ? named : parts).join(' ').replace(/[-_+.%\s]+/g, ' ').trim();
  return { path: decoded(path), name, words, system: parts[0] ?? '' };
}
