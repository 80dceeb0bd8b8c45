export const langs = ['fr', 'en'] as const;
export type Lang = (typeof langs)[number];

/** Language of the interface where a page names none. */
export const defaultLang: Lang = 'fr';
