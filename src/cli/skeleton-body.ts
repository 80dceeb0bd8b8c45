import type { Kind } from '../schemas/kinds.ts';

/** The Markdown that a new document begins with, where its kind reads it. */
const BODIES: Readonly<Record<'fr' | 'en', Partial<Record<Kind, string>>>> = {
  fr: {
    runbook: '## Diagnostic (5 min)\n\n- [ ] Vérifier que c’est bien ce runbook\n\n## Rétablir (30 min)\n\n- [ ] Première étape\n\n## Vérifier (5 min)\n\n- [ ] Le service répond',
    decision: '## Contexte\n\nCe qui oblige à choisir.\n\n## Décision\n\nCe qui est choisi.\n\n## Conséquences\n\nCe que cela coûte et ce que cela permet.',
    review: '## Ce qui s’est passé\n\nLes faits, sans chercher de coupable.\n\n## Ce qui a aidé, ce qui a gêné\n\n## Ce qui change',
    page: 'Texte libre.',
    system: 'À quoi sert le service, et pour qui.',
    risk: 'Le récit du risque.',
  },
  en: {
    runbook: '## Diagnosis (5 min)\n\n- [ ] Make sure that this is the right runbook\n\n## Recover (30 min)\n\n- [ ] First step\n\n## Verify (5 min)\n\n- [ ] The service answers',
    decision: '## Context\n\nWhat forces a choice.\n\n## Decision\n\nWhat is chosen.\n\n## Consequences\n\nWhat it costs and what it allows.',
    review: '## What happened\n\nFacts, without looking for somebody to blame.\n\n## What helped, what got in the way\n\n## What changes',
    page: 'Free text.',
    system: 'What the service is for, and for whom.',
    risk: 'The story of the risk.',
  },
};

export const skeletonBody = (kind: Kind, lang: 'fr' | 'en'): string => BODIES[lang][kind] ?? '';
