import type { AlertRule } from './alert-rule.ts';
import type { RecordOf } from './records.ts';
import { aliasSlug, slugOf } from './slug.ts';
import type { Wiki } from './wiki.ts';

type Runbook = RecordOf<'runbook'>;

/** Where a runbook_url leads. `elsewhere` names a host that is not the wiki's, `template` a part that only the alert knows. */
export type Destination = { readonly runbook: Runbook } | { readonly elsewhere: string } | { readonly template: string } | 'nowhere';

/** What Prometheus fills in with the alert's own name. */
const OWN_NAME = /\{\{\s*\$labels\.alertname\s*\}\}/g;

const inUse = (runbook: Runbook): boolean => runbook.document.value.status !== 'retired';

function parts(address: string): { readonly host?: string | undefined; readonly path: string } {
  try {
    const url = new URL(address);
    return { host: url.host, path: decodeURIComponent(url.pathname) };
  } catch {
    return { path: address.replace(/[?#].*$/, '') };
  }
}

/** A runbook by the last parts of an address of the wiki: its page, another name, or its file as a forge shows it. */
function byPath(wiki: Wiki, path: string): Runbook | undefined {
  const steps = path.replace(/\/(?:index\.html)?$/, '').split('/').filter(Boolean).map((step) => step.toLowerCase());
  const tail = (count: number): string => steps.slice(-count).join('/');
  return wiki.all('runbook').find(({ system, id, value, document }) => {
    const home = system.toLowerCase();
    const file = document.file.toLowerCase();
    return tail(3) === `${home}/runbooks/${slugOf(id)}` || value.aliases.some((alias) => tail(2) === `${home}/${aliasSlug(alias)}`) || tail(file.split('/').length) === file;
  });
}

/** A runbook by its id alone (where one system has it), by system/id, or by another of its names. */
function byName(wiki: Wiki, name: string): Runbook | undefined {
  const wanted = name.toLowerCase();
  const found = wiki.all('runbook').filter(({ id, key, value }) => [id, key, ...value.aliases].some((each) => each.toLowerCase() === wanted));
  return found.length === 1 ? found[0] : undefined;
}

/** The runbook that an alert's runbook_url leads to. */
export function runbookOf(wiki: Wiki, { name, runbookUrl = '' }: AlertRule): Destination {
  const address = runbookUrl.replace(OWN_NAME, name).trim();
  const template = /\{\{.*?\}\}/.exec(address)?.[0];
  if (template !== undefined) return { template };
  const { host, path } = parts(address);
  const hosts = [wiki.site.url, wiki.site.repository].flatMap((url) => (url === undefined ? [] : [new URL(url).host]));
  // A wiki that does not say where it stands may stand anywhere.
  if (host !== undefined && wiki.site.url !== undefined && !hosts.includes(host)) return { elsewhere: host };
  const runbook = host === undefined ? (byName(wiki, path) ?? byPath(wiki, path)) : byPath(wiki, path);
  return runbook ? { runbook } : 'nowhere';
}

/** Runbooks in use that name an alert: under alerts, as another of their names, or through an alert of the wiki that they answer. */
export function runbooksNaming(wiki: Wiki, alert: string): Runbook[] {
  const wanted = alert.toLowerCase();
  const records = wiki.all('alert').filter(({ id, title, value }) => [id, title, ...value.aliases].some((each) => each.toLowerCase() === wanted));
  const answering = new Set(records.flatMap((record) => [record.id.toLowerCase(), record.key.toLowerCase()]));
  const named = records.flatMap((record) => wiki.resolveAs('runbook', record.value.runbook, record.system) ?? []);
  const listing = wiki.all('runbook').filter(({ value }) => [...value.alerts, ...value.aliases].some((each) => each.toLowerCase() === wanted || answering.has(each.toLowerCase())));
  return [...new Set([...named, ...listing])].filter(inUse);
}
