/** Texts of free pages, of sections of the wiki and of redirects. */
export const fr = {
  'pages.title': 'Pages',
} as const;

export const en: Readonly<Record<keyof typeof fr, string>> = {
  'pages.title': 'Pages',
};
