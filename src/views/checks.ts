import type { CheckResult, Finding } from '../checks/finding.ts';
import { daysBetween } from '../model/duration.ts';
import type { RecordOf, WikiDocument } from '../model/records.ts';
import { ruleFamilies, ruleFamily, type RuleFamily } from '../model/rule-family.ts';
import { settingOf, type RatedRule, type RuleSetting } from '../model/rule-severity.ts';
import type { Wiki } from '../model/wiki.ts';

/** What one rule finds in one place, and what it says to do about all of it. */
export interface FindingGroup {
  readonly rule: Finding['rule'];
  readonly severity: Finding['severity'];
  readonly family: RuleFamily;
  readonly fix: string;
  readonly findings: readonly Finding[];
}

/** A file of content/ and what was found in it. */
export interface CheckedFile {
  readonly file: string;
  readonly document?: WikiDocument | undefined;
  readonly groups: readonly FindingGroup[];
}

/** A folder of content/: a system, or a section of the wiki. One without findings is listed too. */
export interface CheckedFolder {
  /** Number of its filter, from 1. */
  readonly index: number;
  readonly id: string;
  readonly title: string;
  readonly files: readonly CheckedFile[];
  readonly errors: number;
  readonly warnings: number;
  readonly byFamily: Readonly<Record<RuleFamily, number>>;
}

export interface WaiverLine {
  readonly document: WikiDocument;
  readonly rule: string;
  /** Id of the record it is about; the whole document unless given. */
  readonly record?: string | undefined;
  readonly reason: string;
  readonly by: string;
  readonly role?: RecordOf<'role'> | undefined;
  /** YYYY-MM-DD. */
  readonly until: string;
  /** Days left; negative once it has expired. */
  readonly days: number;
  /** Findings that it sets aside today. */
  readonly findings: number;
}

export interface ChangedRule {
  readonly rule: RatedRule;
  readonly setting: RuleSetting;
}

export interface ChecksView {
  readonly errors: number;
  readonly warnings: number;
  /** Files with a finding. */
  readonly files: number;
  readonly folders: readonly CheckedFolder[];
  readonly families: readonly { readonly index: number; readonly id: RuleFamily; readonly count: number }[];
  /** The next to expire first; expired ones before. */
  readonly waivers: readonly WaiverLine[];
  /** Rules that site.yml changes. */
  readonly changed: readonly ChangedRule[];
}

/** Findings by what is to be done about them, in the order of their first lines. */
const groupsOf = (findings: readonly Finding[]): FindingGroup[] =>
  [...Map.groupBy(findings, ({ rule, severity, fix }) => `${rule} ${severity} ${fix}`).values()].flatMap((group) => {
    const [first] = group;
    return first ? [{ rule: first.rule, severity: first.severity, family: ruleFamily(first.rule), fix: first.fix, findings: group }] : [];
  });

function folder(wiki: Wiki, id: string, index: number, findings: readonly Finding[]): CheckedFolder {
  const files = [...Map.groupBy(findings, ({ place }) => place.file)].map(([file, inFile]) => ({ file, document: wiki.documents.find((document) => document.file === file), groups: groupsOf(inFile) }));
  const count = (severity: Finding['severity']): number => findings.filter((finding) => finding.severity === severity).length;
  const inFamily = (family: RuleFamily): number => findings.filter(({ rule }) => ruleFamily(rule) === family).length;
  return {
    index,
    id,
    title: wiki.folders.find((known) => known.id === id)?.title ?? id,
    files,
    errors: count('error'),
    warnings: count('warning'),
    byFamily: Object.fromEntries(ruleFamilies.map((family) => [family, inFamily(family)])) as Record<RuleFamily, number>,
  };
}

/** Every waiver of the wiki, with what it sets aside. */
export function waiverLines(wiki: Wiki, waived: CheckResult['waived']): WaiverLine[] {
  return wiki.documents
    .flatMap((document) =>
      document.value.waivers.map((waiver): WaiverLine => {
        const { rule, record, reason, by, until } = waiver;
        return { document, rule, record, reason, by, role: wiki.resolveAs('role', by, document.system), until, days: daysBetween(wiki.asOf, until), findings: waived.filter((finding) => finding.waiver === waiver).length };
      }),
    )
    .sort((a, b) => a.until.localeCompare(b.until) || a.rule.localeCompare(b.rule, 'en'));
}

/** What `check` says of the whole wiki, by system and by file. */
export function checksView(wiki: Wiki, { findings, waived, errors, warnings }: CheckResult, rules: readonly RatedRule[]): ChecksView {
  const bySystem = Map.groupBy(findings, ({ system }) => system);
  const ids = [...new Set([...wiki.folders.map(({ id }) => id), ...bySystem.keys()])];
  return {
    errors,
    warnings,
    files: new Set(findings.map(({ place }) => place.file)).size,
    folders: ids.map((id, index) => folder(wiki, id, index + 1, bySystem.get(id) ?? [])),
    families: ruleFamilies.map((id, index) => ({ index: index + 1, id, count: findings.filter(({ rule }) => ruleFamily(rule) === id).length })),
    waivers: waiverLines(wiki, waived),
    changed: rules.flatMap((rule) => {
      const setting = settingOf(rule, wiki.site);
      return setting && setting.severity !== rule.severity ? [{ rule, setting }] : [];
    }),
  };
}
