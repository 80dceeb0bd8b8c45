import type { Kind } from '../schemas/kinds.ts';
import type { RecordKind } from '../model/records.ts';
import { href } from './href.ts';
import { translator, type MessageKey } from '../words/index.ts';
import type { SiteData } from './site-data.ts';

export type TabId = 'overview' | 'risks' | 'incidents' | 'runbooks' | 'continuity' | 'backups' | 'calendar' | 'indicators' | 'actions' | 'decisions' | 'pages';

interface Section {
  id: TabId;
  label: MessageKey;
  /** Records that the tab counts; a tab without a count has none. */
  counts?: RecordKind;
  /** Kinds of document without which the tab is left out. None: it is always there. */
  needs?: readonly Kind[];
}

/** Sections of a system in reading order. Risks and runbooks stay when empty: their absence is what readers must see. */
const sections: readonly Section[] = [
  { id: 'overview', label: 'tab.overview' },
  { id: 'risks', label: 'tab.risks', counts: 'risk' },
  { id: 'incidents', label: 'tab.incidents', needs: ['incident-matrix', 'escalation', 'review'] },
  { id: 'runbooks', label: 'tab.runbooks', counts: 'runbook' },
  { id: 'continuity', label: 'tab.continuity', needs: ['continuity-plan'] },
  { id: 'backups', label: 'tab.backups', needs: ['backup-policy'] },
  { id: 'calendar', label: 'tab.calendar', needs: ['schedule'] },
  { id: 'indicators', label: 'tab.indicators', needs: ['indicators'] },
  { id: 'actions', label: 'tab.actions', counts: 'action', needs: ['action-plan'] },
  { id: 'decisions', label: 'tab.decisions', needs: ['decision'] },
  { id: 'pages', label: 'tab.pages', needs: ['page'] },
];

/** Tabs of a system for SystemTabs; `current` is the one that the page belongs to. */
export function systemTabs({ wiki }: SiteData, system: string, current?: TabId): { label: string; href: string; count?: number; current: boolean }[] {
  const t = translator(wiki.site.language);
  const kinds = new Set(wiki.folders.find(({ id }) => id === system)?.documents.map(({ kind }) => kind));
  return sections
    .filter(({ needs }) => needs === undefined || needs.some((kind) => kinds.has(kind)))
    .map(({ id, label, counts }) => ({
      label: t(label),
      href: href(id === 'overview' ? `/${system}/` : `/${system}/${id}/`),
      ...(counts === undefined ? {} : { count: wiki.all(counts, system).length }),
      current: id === current,
    }));
}
