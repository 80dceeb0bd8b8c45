import type { Site } from '../schemas/site.ts';

type Severity = 'error' | 'warning';

/** What these functions ask of a rule. */
export interface RatedRule {
  readonly id: string;
  readonly severity: Severity;
  readonly locked?: boolean;
}

/** What site.yml makes of a rule; `systems` where it speaks of some only. */
export interface RuleSetting {
  readonly severity: Severity | 'off';
  readonly systems?: readonly string[] | undefined;
}

/** Undefined where site.yml says nothing, or may not: reading errors cannot be changed. */
export function settingOf(rule: RatedRule, site: Site): RuleSetting | undefined {
  const setting = rule.locked ? undefined : site.checks[rule.id];
  if (setting === undefined) return undefined;
  return typeof setting === 'string' ? { severity: setting } : { severity: setting.severity ?? rule.severity, systems: setting.systems };
}

/** The severity of a rule in a system; undefined where the rule is off there. */
export function severityIn(rule: RatedRule, site: Site, system: string): Severity | undefined {
  const setting = settingOf(rule, site);
  if (setting === undefined || (setting.systems && !setting.systems.includes(system))) return rule.severity;
  return setting.severity === 'off' ? undefined : setting.severity;
}
