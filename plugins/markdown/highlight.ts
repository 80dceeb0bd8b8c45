import { createHighlighterCore, type HighlighterCore } from 'shiki/core';
import { createCssVariablesTheme } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import { defineHastPlugin, type HastPluginDefinition } from 'satteri';

/**
 * A longer line is shown without colours, whatever the machine. Shiki's own limit is a duration, and what is past it depends on how busy the
 * machine is: the same commit would not give the same page.
 */
const LIMITS = { tokenizeTimeLimit: 0, tokenizeMaxLineLength: 2000 };

/** Languages of operations; another one is shown without colours. Loaded only when a page uses them. */
const languages = {
  bash: () => import('shiki/langs/bash.mjs'),
  powershell: () => import('shiki/langs/powershell.mjs'),
  sql: () => import('shiki/langs/sql.mjs'),
  yaml: () => import('shiki/langs/yaml.mjs'),
  json: () => import('shiki/langs/json.mjs'),
  typescript: () => import('shiki/langs/typescript.mjs'),
  python: () => import('shiki/langs/python.mjs'),
  docker: () => import('shiki/langs/docker.mjs'),
  diff: () => import('shiki/langs/diff.mjs'),
  ini: () => import('shiki/langs/ini.mjs'),
} as const;
type Language = keyof typeof languages;

const ALIASES: Record<string, Language> = { sh: 'bash', shell: 'bash', console: 'bash', zsh: 'bash', ps1: 'powershell', pwsh: 'powershell', yml: 'yaml', ts: 'typescript', js: 'typescript', javascript: 'typescript', py: 'python', dockerfile: 'docker', toml: 'ini', env: 'ini' };

const languageOf = (name: string): Language | undefined => ALIASES[name] ?? (name in languages ? (name as Language) : undefined);

let highlighter: HighlighterCore | undefined;
const loaded = new Set<Language>();
const done = new Map<string, string>();

const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** Loads the languages that some fences name, before `highlight` is called on them. */
export async function loadLanguages(names: Iterable<string>): Promise<void> {
  const wanted = [...new Set([...names].map(languageOf))].filter((name) => name !== undefined && !loaded.has(name)) as Language[];
  if (wanted.length === 0) return;
  highlighter ??= await createHighlighterCore({ themes: [createCssVariablesTheme({ name: 'classes', variablePrefix: '--tk-' })], langs: [], engine: createJavaScriptRegexEngine() });
  for (const name of wanted) {
    await highlighter.loadLanguage(languages[name]());
    loaded.add(name);
  }
}

/** Code as HTML whose colours are classes (`tk-keyword`), for a policy without inline style. */
export function highlight(code: string, name: string): string {
  const lang = languageOf(name);
  if (lang === undefined || highlighter === undefined || !loaded.has(lang)) return escape(code);
  const key = `${lang} ${code}`;
  const cached = done.get(key);
  if (cached !== undefined) return cached;
  const html = highlighter
    .codeToTokensBase(code, { lang, theme: 'classes', ...LIMITS })
    .map((line) =>
      line
        .map(({ content, color }) => {
          const kind = /--tk-token-([a-z-]+)/.exec(color ?? '')?.[1];
          return kind === undefined ? escape(content) : `<span class="tk-${kind}">${escape(content)}</span>`;
        })
        .join(''),
    )
    .join('\n');
  done.set(key, html);
  return html;
}

/** Languages that the fences of a Markdown text name. */
export const languagesIn = (source: string): string[] => [...source.matchAll(/^[ \t]*(?:```|~~~)[ \t]*([\w-]+)/gm)].map((match) => match[1] ?? '');

export interface HighlightOptions {
  /** HTML that stands in place of a fence of this language (a diagram, a view), or undefined to show its code. It is trusted. */
  readonly fence?: ((name: string, code: string) => string | undefined) | undefined;
}

/** Colours the fences that name a language. */
export const highlightCode = ({ fence }: HighlightOptions = {}): HastPluginDefinition =>
  defineHastPlugin({
    name: 'highlight-code',
    element: {
      filter: ['pre'],
      visit(node, context) {
        const code = node.children[0];
        if (code?.type !== 'element') return undefined;
        const classes = code.properties['className'];
        const name = (Array.isArray(classes) ? classes : [classes]).map(String).find((entry) => entry.startsWith('language-'))?.slice('language-'.length);
        const text = context.textContent(code).replace(/\n$/, '');
        const instead = name === undefined ? undefined : fence?.(name, text);
        const body = name === undefined ? escape(text) : highlight(text, name);
        context.replaceNode(node, { type: 'raw', value: instead ?? `<pre tabindex="0"><code${name === undefined ? '' : ` class="language-${name.replace(/[^\w-]/g, '')}"`}>${body}</code></pre>` } as never);
        return undefined;
      },
    },
  });
