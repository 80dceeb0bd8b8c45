import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { ROOT, runIn } from './run-in.ts';

/** The extension that VS Code offers to install from a clone: plain JavaScript, without a package of its own. */
const require = createRequire(import.meta.url);
const EXTENSION = join(ROOT, '.vscode/extensions/vigie');
const { cursorAt, kindOf } = require(join(EXTENSION, 'frontmatter.js')) as { cursorAt: (lines: string[], line: number, column: number) => { path: string[]; typed: string; isKey: boolean } | undefined; kindOf: (lines: string[]) => string | undefined };

/** Where the mark | stands in a frontmatter. */
function cursorIn(text: string): ReturnType<typeof cursorAt> {
  const lines = `---\n${text}\n---\n\nbody: |`.split('\n');
  const line = lines.findIndex((each) => each.includes('|'));
  const column = lines[line]?.indexOf('|') ?? 0;
  lines[line] = lines[line]?.replace('|', '') ?? '';
  return cursorAt(lines, line, column);
}

describe('the place of a cursor in a frontmatter', () => {
  it.each([
    ['kind: run|', ['kind'], false],
    ['|', [], true],
    ['kind: runbook\nti|', [], true],
    ['risks:\n  - id: R-01\n    |', ['risks', '*'], true],
    ['risks:\n- id: R-01\n  tr|', ['risks', '*'], true],
    ['risks:\n  - id: R-01\n    current: { likelihood: 1, im|', ['risks', '*', 'current'], true],
    ['risks:\n  - id: R-01\n    current: { likelihood: 1, impact: |', ['risks', '*', 'current', 'impact'], false],
    ['risks:\n  - id: R-01\n    controls:\n      - { kind: |', ['risks', '*', 'controls', '*', 'kind'], false],
    ['risks:\n  - id: R-01\n    controls:\n      - kind: preventive\n  - id: R-02\n    treatment: |', ['risks', '*', 'treatment'], false],
    ['risks:\n  - id: R-01\n    controls:\n      - kind: preventive\n  - |', ['risks', '*'], true],
    ['risks:\n  - id: R-01\ntags: [a, |', ['tags', '*'], false],
    ['tested: { on: 2026-01-01, note: "a, b: c", res|', ['tested'], true],
    ['backups:\n  - copies: [{ location: x }, { off|', ['backups', '*', 'copies', '*'], true],
    ['components:\n  - { id: a }\n  - { id: b, kind: |', ['components', '*', 'kind'], false],
    ['# a note: x\n\nsystem: a\n# b\ntype: |', ['type'], false],
  ])('%j', (text, path, isKey) => {
    expect(cursorIn(text)).toMatchObject({ path, isKey });
  });

  it.each(['kind: page # wh| ', '# ki|'])('is nowhere in a comment: %j', (text) => expect(cursorIn(text)).toBeUndefined());

  it('is nowhere in the body, and nowhere without a frontmatter', () => {
    expect(cursorAt(['---', 'kind: page', '---', 'kind: '], 3, 6)).toBeUndefined();
    expect(cursorAt(['kind: '], 0, 6)).toBeUndefined();
    expect([kindOf(['---', 'title: x', 'kind: "risk"', '---']), kindOf(['kind: risk'])]).toEqual(['risk', undefined]);
  });
});

interface Item { label: string; kind: string; insertText?: string; detail?: string; documentation?: { value: string } }
interface Diagnosed { range: number[]; message: string; severity: string; code?: string; source?: string }

/** As much of VS Code as the extension touches. */
function editor(root: string) {
  const given: { completion?: { provideCompletionItems: (document: unknown, position: unknown) => Item[] }; hover?: { provideHover: (document: unknown, position: unknown) => { text: { value: string } } | undefined }; saved?: (document: unknown) => void } = {};
  const diagnostics = new Map<string, Diagnosed[]>();
  let told: () => void = () => undefined;
  const next = (): Promise<void> => new Promise((done) => (told = done));
  const vscode = {
    CompletionItem: function (this: object, label: string, kind: string) { Object.assign(this, { label, kind }); },
    CompletionItemKind: { Value: 'value', Property: 'property', Reference: 'reference' },
    MarkdownString: function (this: object, value: string) { Object.assign(this, { value }); },
    Hover: function (this: object, text: unknown) { Object.assign(this, { text }); },
    Range: class extends Array<number> { constructor(...numbers: number[]) { super(); this.push(...numbers); } },
    Diagnostic: function (this: object, range: number[], message: string, severity: string) { Object.assign(this, { range, message, severity }); },
    DiagnosticSeverity: { Error: 'error', Warning: 'warning' },
    Uri: { file: (fsPath: string) => ({ fsPath }) },
    env: { language: 'fr-FR' },
    languages: {
      registerCompletionItemProvider: (_selector: unknown, provider: typeof given.completion) => (given.completion = provider),
      registerHoverProvider: (_selector: unknown, provider: typeof given.hover) => (given.hover = provider),
      createDiagnosticCollection: () => ({ clear: () => (diagnostics.clear(), told()), set: (uri: { fsPath: string }, list: Diagnosed[]) => diagnostics.set(uri.fsPath, list) }),
    },
    workspace: { workspaceFolders: [], getWorkspaceFolder: () => ({ uri: { fsPath: root } }), onDidSaveTextDocument: (listener: typeof given.saved) => (given.saved = listener) },
  };
  (require(join(EXTENSION, 'extension.js')) as { activate: (context: unknown, vscode: unknown) => void }).activate({ subscriptions: [] }, vscode);
  const open = (file: string, text: string) => {
    const lines = text.replace('|', '').split('\n');
    const line = text.split('\n').findIndex((each) => each.includes('|'));
    const character = text.split('\n')[line]?.indexOf('|') ?? 0;
    const document = {
      uri: { fsPath: join(root, file) },
      getText: (range?: { start: { character: number }; end: number }) => (range ? (lines[line] ?? '').slice(range.start.character, range.end) : lines.join('\n')),
      getWordRangeAtPosition: () => {
        const word = [...(lines[line] ?? '').matchAll(/[\w-]+/g)].find(({ index, 0: found }) => index <= character && character <= index + found.length);
        return word && { start: { line, character: word.index }, end: word.index + word[0].length };
      },
    };
    return { document, position: { line, character } };
  };
  return {
    complete: (text: string, file = 'content/bienbon/a.md') => { const { document, position } = open(file, text); return given.completion?.provideCompletionItems(document, position) ?? []; },
    hover: (text: string) => { const { document, position } = open('content/shop/a.md', text); return given.hover?.provideHover(document, position)?.text.value; },
    save: async (file: string) => { const answered = next(); given.saved?.(open(file, '').document); await answered; await new Promise((done) => setImmediate(done)); return diagnostics; },
  };
}

describe('the extension for VS Code', () => {
  const { complete, hover } = editor(ROOT);

  it('completes the keys of a kind with their doc line, those that must be there first', () => {
    const keys = complete('---\nkind: runbook\n|\n---');
    expect(keys.map(({ label }) => label)).toEqual(expect.arrayContaining(['id', 'title', 'type', 'rto', 'symptoms', 'waivers']));
    expect(keys.find(({ label }) => label === 'rto')).toMatchObject({ insertText: 'rto: ', documentation: { value: expect.stringContaining('Time within which it must be done') } });
    expect(keys.filter(({ detail }) => detail === 'required').map(({ label }) => label)).toEqual(expect.arrayContaining(['id', 'title', 'type']));
    expect(keys.find(({ label }) => label === 'symptoms')?.insertText).toBe('symptoms:');
  });

  it('completes values that can be listed', () => {
    expect(complete('---\nkind: |\n---').map(({ label }) => label)).toEqual(expect.arrayContaining(['runbook', 'risk-register', 'page']));
    expect(complete('---\nkind: risk-register\nrisks:\n  - id: R-01\n    treatment: |\n---').map(({ label }) => label)).toEqual(['mitigate', 'avoid', 'transfer', 'accept']);
    expect(complete('---\nkind: system\ncomponents:\n  - { id: a, kind: datastore, stateful: |\n---').map(({ label }) => label)).toEqual(['true', 'false']);
  });

  it('completes references with the ids of the system, and what they are called', () => {
    const runbooks = complete('---\nkind: risk-register\nrisks:\n  - id: R-99\n    runbooks: [RB-S1, |\n---');
    expect(runbooks).toContainEqual(expect.objectContaining({ label: 'RB-S1', kind: 'reference' }));
    expect(runbooks.find(({ label }) => label === 'RB-S1')?.detail).toMatch(/\w/);
    expect(complete('---\nkind: runbook\nescalation: |\n---').length).toBeGreaterThan(5);
    expect(complete('---\nkind: runbook\nowner: |\n---').length).toBeGreaterThan(5);
    expect(complete('---\nkind: runbook\nrto: |\n---').filter(({ kind }) => kind === 'reference')).toEqual([]);
    // Of this system, and of no other.
    expect(complete('---\nkind: runbook\nescalation: |\n---', 'content/sp-e/a.md').map(({ label }) => label)).not.toContain('RB-S1');
  });

  it('offers kind first where a document does not say it', () => {
    expect(complete('---\n|\n---').map(({ label }) => label)).toContain('kind');
    expect(complete('---\nkind: nonsense\n|\n---').map(({ label }) => label)).toEqual(['kind']);
  });

  it('says nothing in the body', () => {
    expect(complete('---\nkind: page\n---\nti|')).toEqual([]);
  });

  it('explains a key', () => {
    expect(hover('---\nkind: risk-register\nrisks:\n  - tre|atment: accept\n---')).toContain('`mitigate` · `avoid`');
    expect(hover('---\nkind: runbook\nr|to: 1 h\n---')).toContain('Time within which it must be done');
    expect(hover('---\nkind: runbook\nrto: 1| h\n---')).toBeUndefined();
  });
});

describe('after a save', () => {
  const folders: string[] = [];
  afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true })));

  it('shows the findings of check beside their lines, in the editor’s language, also where the wiki is not the top of what is open', async () => {
    const root = mkdtempSync(join(tmpdir(), 'vigie-editor-'));
    folders.push(root);
    await runIn(root, 'init');
    mkdirSync(join(root, 'node_modules'));
    symlinkSync(ROOT, join(root, 'node_modules/vigie'), 'junction');
    const { save } = editor(root);
    const calm = await save('content/site.yml');
    expect([...calm.values()].flat().map(({ severity }) => severity)).not.toContain('error');
    writeFileSync(join(root, 'content/exemple/pages/bienvenue.md'), '---\nkind: page\ntitle: A\nownr: x\n---\n');
    const found = (await save('content/exemple/pages/bienvenue.md')).get(join(root, 'content/exemple/pages/bienvenue.md'));
    expect(found).toContainEqual(expect.objectContaining({ code: 'content/schema', severity: 'error', source: 'Vigie', message: expect.stringContaining('ownr'), range: [3, 0, 3, Number.MAX_SAFE_INTEGER] }));
    expect(found?.[0]?.message).toMatch(/clé/);
  }, 60_000);
});

describe('what a clone commits for editors', () => {
  /** JSON with comments, as VS Code reads it. */
  const settings = (file: string): Record<string, Record<string, string[]>> => JSON.parse(readFileSync(file, 'utf8').replace(/^\s*\/\/.*$/gm, '')) as never;

  it('names schemas and files that exist, here and in a wiki of one’s own', () => {
    for (const [schema, files] of Object.entries(settings(join(ROOT, '.vscode/settings.json'))['yaml.schemas'] ?? {})) {
      expect(existsSync(join(ROOT, schema)), schema).toBe(true);
      expect(existsSync(join(ROOT, files[0] ?? '')), files[0]).toBe(true);
    }
    const inWiki = Object.keys(settings(join(ROOT, 'src/starter/files/editor/.vscode/settings.json'))['yaml.schemas'] ?? {});
    expect(inWiki).toHaveLength(1);
    for (const schema of inWiki) expect(existsSync(join(ROOT, schema.replace('./node_modules/vigie/', ''))), schema).toBe(true);
  });

  it('is a local extension as VS Code takes it', () => {
    const manifest = JSON.parse(readFileSync(join(EXTENSION, 'package.json'), 'utf8')) as { main: string; engines: { vscode: string }; activationEvents: string[] };
    // Extensions of a workspace came with 1.89.
    expect(manifest.engines.vscode).toBe('^1.89.0');
    expect(existsSync(join(EXTENSION, manifest.main))).toBe(true);
    const copy = mkdtempSync(join(tmpdir(), 'vigie-extension-'));
    cpSync(EXTENSION, copy, { recursive: true });
    // It needs nothing beside itself and VS Code.
    expect(() => require(join(copy, 'frontmatter.js')) as unknown).not.toThrow();
    expect(readFileSync(join(copy, manifest.main), 'utf8').match(/require\('[^']+'\)/g)?.map((each) => each.slice(9, -2)).filter((name) => !/^(node:|\.\/|vscode$)/.test(name))).toEqual([]);
    rmSync(copy, { recursive: true });
  });
});
