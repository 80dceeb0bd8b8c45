import { href } from '../href.ts';

export type Section = 'portfolio' | 'risks' | 'incidents' | 'runbooks' | 'coverage';

/** Addresses of the frame, base included. */
export interface PageLinks {
  home: string;
  risks: string;
  incidents: string;
  runbooks: string;
  coverage: string;
  search: string;
  /** Who to call now. */
  call: string;
  /** Where a runbook is proposed, when the forge is known. */
  propose?: string;
}

export const defaultLinks = (): PageLinks => ({
  home: href('/'),
  risks: href('/risks/'),
  incidents: href('/incidents/'),
  runbooks: href('/runbooks/'),
  coverage: href('/coverage/'),
  search: href('/search/'),
  call: href('/incidents/#call'),
});
