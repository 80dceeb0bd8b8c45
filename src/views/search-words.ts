import type { AnyRecord, RecordOf, ScenarioRecord } from '../model/records.ts';
import type { Block, Piece } from '../model/runbook-body.ts';
import type { Wiki } from '../model/wiki.ts';
import type { RunbookView } from './runbook.ts';

/** What a page is found by, beside the words that it shows. */
export interface SearchWords {
  /** Typed whole, they lead to the page: alerts, other names. */
  readonly names: readonly string[];
  /** What one sees when it is needed; weighs like a name. */
  readonly symptoms: readonly string[];
  /** What others call the same thing. */
  readonly alike: string;
  /** Words of the page that its markup hides from an index. */
  readonly text?: string | undefined;
}

/** What people type in an outage for one thing, in both languages; any of them stands for all. */
const SAME: readonly (readonly [seen: RegExp, words: string])[] = [
  [/\b(indisponib|inaccessib|injoignab|hors service|down|en panne|panne|impossible|a l.arret|ne repond|unavailab|unreachab|outage|crash|coupure)/, 'indisponible inaccessible injoignable hors service down en panne KO coupé tombé planté arrêté ne répond plus ne marche plus unavailable unreachable outage'],
  [/\b(echec|echou|erreur|refuse|fail|error)/, 'échec échoue erreur refusé ne marche plus ne fonctionne pas bug fail failed error broken'],
  [/\b(lent|latence|timeout|performance|temps de reponse|slow)/, 'lent lenteur ralenti rame latence timeout délai dépassé performance slow'],
  [/\b(satur|memoire|oom|plein|epuis|full\b)/, 'saturé plein mémoire OOM out of memory épuisé full'],
  [/\b(corromp|corruption|incoheren|integrite|corrupt)/, 'corrompu corruption données fausses incohérentes corrupt'],
  [/\b(perte|perdu|effac|supprim|lost|deleted)/, 'perdu perte effacé supprimé lost deleted'],
  [/\b(restaur|recuperation|restore|recovery)/, 'restaurer restauration récupérer sauvegarde backup restore recovery'],
  [/\b(rollback|retour arriere)/, 'rollback retour arrière annuler version précédente revert'],
  [/\b(paiement|payment)/, 'paiement payer carte bancaire payment'],
  [/\b(authentification|connexion|credential|mot de passe|login)/, 'connexion connecter authentification identifiants mot de passe accès login credentials'],
  [/\b(page blanche|ecran .{0,20}blanc|blank)/, 'page blanche écran blanc blank'],
  [/\b(cyclone|storm)/, 'cyclone tempête ouragan storm'],
  [/\b(electri|courant|power)/, 'électricité courant coupure power'],
  [/\b(compromission|intrusion|fuite|breach)/, 'compromission piratage intrusion fuite hack breach'],
];

/** What a component is called by those who do not know its name. */
const SORTS: Partial<Record<RecordOf<'component'>['value']['kind'], string>> = {
  datastore: 'base de données bdd database DB SQL',
  cache: 'cache mémoire',
  queue: 'file de messages queue',
  storage: 'stockage fichiers storage bucket',
  network: 'réseau DNS network',
  application: 'application site app',
  service: 'service API',
  worker: 'worker tâche job',
  job: 'job tâche batch',
};

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Other words for what some texts say. */
function otherWords(texts: readonly string[]): string {
  const text = folded(texts.join(' \n '));
  return SAME.flatMap(([seen, words]) => (seen.test(text) ? [words] : [])).join(' ');
}

const componentWords = (components: readonly AnyRecord[]): string =>
  components.flatMap((record) => (record.kind === 'component' ? [record.title, ...record.value.aliases, SORTS[record.value.kind] ?? ''] : [record.title])).join(' ');

const piecesText = (pieces: readonly Piece[]): string => pieces.flatMap((piece) => (piece.kind === 'command' ? [piece.text] : [])).join(' ');

/** Steps are labels of boxes to tick, which an index leaves out. */
const blocksText = (blocks: readonly Block[]): string =>
  blocks.map((block) => (block.kind === 'step' ? `${block.step.text} ${piecesText(block.step.details)}` : block.kind === 'option' ? blocksText(block.option.blocks) : '')).join('. ');

/** The runbook that a scenario is answered by first: the first that it names, else the first that names it. */
function firstAnswer(wiki: Wiki, { value, system, key }: ScenarioRecord): string | undefined {
  const named = value.runbooks.flatMap((id) => wiki.resolveAs('runbook', id, system) ?? []);
  const naming = wiki.all('runbook', system).filter((runbook) => runbook.value.scenarios.some((id) => wiki.resolve(id, system)?.key === key));
  return [...named, ...naming].find(({ value: { type } }) => type !== 'exercise')?.key;
}

/** A runbook is found by what it answers: its alerts, its scenarios, its symptoms, its steps. */
export function runbookWords(wiki: Wiki, view: RunbookView): SearchWords {
  const { runbook, scenarios, components } = view;
  const { aliases, symptoms } = runbook.value;
  const alerts = view.alerts.flatMap(({ name, record }) => (record ? [record.id, record.title, ...record.value.aliases] : [name]));
  const answers = scenarios.filter((scenario) => firstAnswer(wiki, scenario) === runbook.key).flatMap(({ id, title, value }) => [id, title, ...value.aliases]);
  const names = [...new Set([...aliases, ...alerts, ...answers])];
  const steps = runbook.phases.map(({ blocks }) => blocksText(blocks)).join('. ');
  return { names, symptoms, text: steps, alike: `${componentWords(components)} ${otherWords([runbook.title, ...aliases, ...alerts, ...symptoms])}` };
}

/** A scenario is found by its other names and by what it puts out of order. */
export function scenarioWords(wiki: Wiki, scenario: ScenarioRecord): SearchWords {
  const { aliases, components } = scenario.value;
  const touched = components.flatMap((id) => wiki.resolve(id, scenario.system) ?? []);
  return { names: aliases, symptoms: [], alike: `${componentWords(touched)} ${otherWords([scenario.title, ...aliases])}` };
}

