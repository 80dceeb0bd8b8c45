/** Texts of the page of a system's indicators. */
export const fr = {
  'indicators.title': 'Indicateurs',
} as const;

export const en: Readonly<Record<keyof typeof fr, string>> = {
  'indicators.title': 'Indicators',
};
