import type { Text } from './text.ts';

/** A credential found in a text. `value` is what must not be repeated: messages and frames hide it. */
export interface Credential {
  /** What it is: `an AWS access key`. */
  readonly what: Text;
  readonly value: string;
  /** Both from 1. */
  readonly line: number;
  readonly column: number;
}

/** Forms that their issuers publish. The credential is the group `value`, or the whole match. */
const FORMS: readonly (readonly [what: Text, pattern: RegExp])[] = [
  [{ en: 'a private key', fr: 'une clé privée' }, /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----/g],
  [{ en: 'an AWS access key', fr: 'une clé d’accès AWS' }, /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g],
  [{ en: 'a GitHub token', fr: 'un jeton GitHub' }, /\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_\w{50,})/g],
  [{ en: 'a GitLab token', fr: 'un jeton GitLab' }, /\bgl(?:pat|ptt|dt|rt)-[\w-]{20,}/g],
  [{ en: 'a Slack token', fr: 'un jeton Slack' }, /\bxox[abeoprs]-[A-Za-z0-9-]{20,}/g],
  [{ en: 'a Slack webhook', fr: 'un webhook Slack' }, /hooks\.slack\.com\/services\/(?<value>T\w{6,}\/B\w{6,}\/\w{16,})/g],
  [{ en: 'a Discord webhook', fr: 'un webhook Discord' }, /discord(?:app)?\.com\/api\/webhooks\/(?<value>\d{15,}\/[\w-]{40,})/g],
  [{ en: 'a Google API key', fr: 'une clé d’API Google' }, /\bAIza[\w-]{35}/g],
  [{ en: 'a Stripe key', fr: 'une clé Stripe' }, /\b[sr]k_live_[A-Za-z0-9]{16,}/g],
  [{ en: 'an API key', fr: 'une clé d’API' }, /\bsk-(?:[a-z]+-)*(?=[\w-]*\d)[\w-]{32,}/g],
  [{ en: 'a SendGrid key', fr: 'une clé SendGrid' }, /\bSG\.[\w-]{16,}\.[\w-]{32,}/g],
  [{ en: 'an npm token', fr: 'un jeton npm' }, /\bnpm_[A-Za-z0-9]{36}\b/g],
  [{ en: 'a PyPI token', fr: 'un jeton PyPI' }, /\bpypi-[\w-]{50,}/g],
  [{ en: 'a Brevo key', fr: 'une clé Brevo' }, /\bxkeysib-[a-f0-9]{40,}/g],
  [{ en: 'a signed token (JWT)', fr: 'un jeton signé (JWT)' }, /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/g],
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
  const add = (what: Text, match: RegExpExecArray, value: string): void => {
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
    if (!isPlaceholder(value)) add({ en: 'a URL with its password', fr: 'une URL et son mot de passe' }, match, value);
  }
  for (const match of text.matchAll(ASSIGNED)) {
    const { password, sign, quoted, bare = '' } = match.groups ?? {};
    const value = quoted ?? bare;
    const sure = password !== undefined && (sign === '=' || quoted !== undefined);
    if (!isPlaceholder(value) && (sure || looksRandom(value))) add(password === undefined ? { en: 'a key or token', fr: 'une clé ou un jeton' } : { en: 'a password', fr: 'un mot de passe' }, match, value);
  }
  return found.map(({ what, value, line, column }) => ({ what, value, line, column }));
}
