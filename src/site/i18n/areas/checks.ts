export const fr = {} as const;

export const en: Readonly<Record<keyof typeof fr, string>> = {};
