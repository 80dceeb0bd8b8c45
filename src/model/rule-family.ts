/** What a rule looks after, in the order that a reader meets them. */
export const ruleFamilies = ['reading', 'risk', 'time', 'people', 'coverage'] as const;
export type RuleFamily = (typeof ruleFamilies)[number];

const ofGroup: Readonly<Record<string, RuleFamily>> = {
  content: 'reading',
  link: 'reading',
  risk: 'risk',
  action: 'risk',
  register: 'risk',
  review: 'risk',
  time: 'time',
  escalation: 'people',
  contact: 'people',
  raci: 'people',
};

/** Family of a rule by the first part of its id. A group that is not listed looks after coverage. */
export const ruleFamily = (rule: string): RuleFamily => ofGroup[rule.split('/')[0] ?? ''] ?? 'coverage';
