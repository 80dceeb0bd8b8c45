/** Directives of what a page opened as a file cannot do at all: modules, workers and fetch. */
const USELESS = /^(connect-src|worker-src|manifest-src)\b/;

/** The policy of a page opened by `file:`, where `'self'` names nothing. Still nothing inline and nothing from elsewhere. */
export const filePolicy = (policy: string): string =>
  policy
    .split('; ')
    .filter((directive) => !USELESS.test(directive))
    .map((directive) => directive.replace(" 'wasm-unsafe-eval'", '').replace("'self'", "'self' file:"))
    .join('; ');
