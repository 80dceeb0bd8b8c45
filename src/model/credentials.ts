/** A credential found in a text. `value` is what must not be repeated: messages and frames hide it. */
export interface Credential {
  /** What it is: `an AWS access key`. */
  readonly what: string;
  readonly value: string;
  /** Both from 1. */
  readonly line: number;
  readonly column: number;
}

/** Forms that their issuers publish. The credential is the group `value`, or the whole match. */
const FORMS: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['a private key', /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----/g],
  ['an AWS access key', /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g],
  ['a GitHub token', /\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_\w{50,})/g],
  ['a GitLab token', /\bgl(?:pat|ptt|dt|rt)-[\w-]{20,}/g],
  ['a Slack token', /\bxox[abeoprs]-[A-Za-z0-9-]{20,}/g],
  ['a Slack webhook', /hooks\.slack\.com\/services\/(?<value>T\w{6,}\/B\w{6,}\/\w{16,})/g],
  ['a Discord webhook', /discord(?:app)?\.com\/api\/webhooks\/(?<value>\d{15,}\/[\w-]{40,})/g],
  ['a Google API key', /\bAIza[\w-]{35}/g],
  ['a Stripe key', /\b[sr]k_live_[A-Za-z0-9]{16,}/g],
  ['an API key', /\bsk-(?:[a-z]+-)*(?=[\w-]*\d)[\w-]{32,}/g],
  ['a SendGrid key', /\bSG\.[\w-]{16,}\.[\w-]{32,}/g],
  ['an npm token', /\bnpm_[A-Za-z0-9]{36}\b/g],
  ['a PyPI token', /\bpypi-[\w-]{50,}/g],
  ['a Brevo key', /\bxkeysib-[a-f0-9]{40,}/g],
  ['a signed token (JWT)', /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/g],
];

const URL_PASSWORD = /\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@"'`<>]*:(?<value>[^\s/@"'`]+)@/gi;

/** `password=…`, `"api_key": "…"`, `mot de passe : …`. */
const ASSIGNED = /(?:(?<password>pass(?:word|wd|phrase)|pwd|mdp|mot[ _-]de[ _-]passe)|secret|token|(?:api|access|private)[_-]?key)["']?[ \u00A0]?(?<sign>[=:])[ \u00A0]?(?:(?<quote>["'`])(?<quoted>[^\s"'`]{4,})\k<quote>|(?<bare>[^\s"'`,;|&)\]}<>]{4,}))/gi;

const WORDS = /^(?:pass(?:word|wd|phrase)?|pwd|pw|mdp|mot_?de_?passe|user(?:name)?|secret|token|key|value|valeur|null|none|true|false|undefined|string|required)$/i;
const TEACHING = /example|exemple|placeholder|change_?me|redacted|masqu|dummy|your[_-]|votre[_-]|xxx|\*\*\*|\.\.\.|…|•/i;
const VARIABLE = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/;
/** `$VAR`, `<token>`, `{{ x }}`, `%s`, `/run/secret`, `os.environ[…]`, `settings.database.password`. */
const CODE = /^[$<{[%(@/\\-]|^[a-z_][\w.]*[([]|[<{]|\$[A-Z_({]|^[a-z_]+(?:\.[a-z_]+)+$|:\/\//i;

const isPlaceholder = (value: string): boolean => VARIABLE.test(value) || CODE.test(value) || WORDS.test(value) || TEACHING.test(value);

/** Letters and several digits mixed, as nobody writes in a sentence. */
const looksRandom = (value: string): boolean => value.length >= 8 && /[a-z]/.test(value) && /\d.*\d/.test(value);

/**
 * The credentials of a text, in its order of forms. Silent on names of variables, on placeholders and on the examples that
 * issuers print (`…EXAMPLE`). After `secret`, `token` or `key`, and after a colon without quotes, prose is likelier than a
 * credential: the value must look random there.
 */
export function credentialsIn(text: string): Credential[] {
  const found: (Credential & { readonly start: number })[] = [];
  const add = (what: string, match: RegExpExecArray, value: string): void => {
    const start = match.index + match[0].lastIndexOf(value);
    if (found.some((other) => start < other.start + other.value.length && other.start < start + value.length)) return;
    const before = text.slice(0, start).split('\n');
    found.push({ what, value, start, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 });
  };
  for (const [what, pattern] of FORMS) {
    for (const match of text.matchAll(pattern)) {
      const value = match.groups?.['value'] ?? match[0];
      if (!/EXAMPLE|x{6}/i.test(value)) add(what, match, value);
    }
  }
  for (const match of text.matchAll(URL_PASSWORD)) {
    const value = match.groups?.['value'] ?? '';
    if (!isPlaceholder(value)) add('a URL with its password', match, value);
  }
  for (const match of text.matchAll(ASSIGNED)) {
    const { password, sign, quoted, bare = '' } = match.groups ?? {};
    const value = quoted ?? bare;
    const sure = password !== undefined && (sign === '=' || quoted !== undefined);
    if (!isPlaceholder(value) && (sure || looksRandom(value))) add(password === undefined ? 'a key or token' : 'a password', match, value);
  }
  return found.map(({ what, value, line, column }) => ({ what, value, line, column }));
}
