import type { IconName } from './icons.ts';

export interface PageAction {
  label: string;
  /** End of the label that a phone leaves out. */
  rest?: string;
  href: string;
  icon?: IconName;
  /** `primary` for the one thing to do; `lamp` for a phone call, and nothing else. */
  tone?: 'plain' | 'primary' | 'lamp';
  /** Not for a phone, where something else on the page leads there too. */
  wide?: boolean;
  /** Name of the file to save. */
  download?: string;
}
