import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, sep } from 'node:path';
import { packageRoot } from './site-paths.ts';

export const forges = ['github', 'gitlab'] as const;
export type Forge = (typeof forges)[number];

export interface Starter {
  readonly folder: string;
  readonly title: string;
  readonly lang: 'fr' | 'en';
  readonly forge: Forge;
  /** YYYY-MM-DD: the examples' dates are counted from it. */
  readonly today: string;
  readonly version: string;
}

const starter = join(packageRoot, 'src/starter');

/** The schemas of the installed package, as a file of content/ names them. */
const SCHEMAS = '../node_modules/vigie/src/schemas/json';

function filesBelow(folder: string): [name: string, text: string][] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => [path.slice(folder.length + 1).split(sep).join('/'), readFileSync(path, 'utf8')]);
}

/** `{{-40 d}}`: a day counted from today, so that a new wiki holds nothing that is late. */
function dayFrom(today: string, days: number): string {
  const date = new Date(`${today}T00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** A text as a YAML scalar: in quotes, where JSON and YAML agree. */
const quoted = (text: string): string => (/^[\p{L}][\p{L}\p{N} ]*$/u.test(text) ? text : JSON.stringify(text));

const filled = (name: string, text: string, { title, today }: Starter): string =>
  text
    .replaceAll('{{title}}', () => (name.endsWith('.yml') ? quoted(title) : title))
    .replaceAll('{{schemas}}', SCHEMAS)
    .replace(/\{\{([+-]\d+) d\}\}/g, (_, days: string) => dayFrom(today, Number(days)));

interface Manifest {
  readonly [key: string]: unknown;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly allowScripts?: Readonly<Record<string, boolean>>;
}

/** The wiki's package.json: one that stands there (`npm install vigie` makes one) keeps all that it says. */
function manifest({ folder, version }: Starter): string | undefined {
  const file = join(folder, 'package.json');
  let standing: Manifest = { name: basename(folder).toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '') || 'wiki', private: true };
  try {
    if (existsSync(file)) standing = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  } catch {
    return undefined;
  }
  const isThere = standing.dependencies?.['vigie'] !== undefined || standing.devDependencies?.['vigie'] !== undefined;
  const whole = {
    ...standing,
    // What `npm init` writes for want of better is no script of anybody's.
    scripts: { start: 'vigie start', dev: 'vigie dev', build: 'vigie build', check: 'vigie check', ...standing.scripts, test: standing.scripts?.['test']?.includes('no test specified') === false ? standing.scripts['test'] : 'vigie check' },
    ...(isThere ? {} : { dependencies: { ...standing.dependencies, vigie: `^${version}` } }),
    // npm runs the installation of what it is told to trust: Node 24 itself, and the bundler.
    allowScripts: { node: true, esbuild: true, ...standing.allowScripts },
  };
  return `${JSON.stringify(whole, null, 2)}\n`;
}

/** Every file of a new wiki, by its path; a sentence where the folder's package.json cannot be read. */
export function starterFiles(wanted: Starter): ReadonlyMap<string, string> | string {
  const own = manifest(wanted);
  if (own === undefined) return 'package.json is not JSON: mend it, or remove it';
  const files = new Map<string, string>();
  for (const folder of [wanted.lang, join('files', wanted.forge), 'files/editor']) for (const [name, text] of filesBelow(join(starter, folder))) files.set(name, filled(name, text, wanted));
  // The editor's help is this package's own.
  for (const [name, text] of filesBelow(join(packageRoot, '.vscode/extensions'))) files.set(`.vscode/extensions/${name}`, text);
  files.set('package.json', own);
  // npm leaves out files of this name.
  files.set('.gitignore', readFileSync(join(starter, 'files/gitignore'), 'utf8'));
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}
