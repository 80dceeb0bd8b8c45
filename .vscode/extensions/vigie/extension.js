'use strict';
// Completion and help in the frontmatter of content/, from the schemas of the wiki's own Vigie; findings of `vigie check` at each save.
const { execFile } = require('node:child_process');
const { existsSync, readdirSync, readFileSync } = require('node:fs');
const { dirname, join, relative, sep } = require('node:path');
const { cursorAt, kindOf } = require('./frontmatter.js');
const { docAt, isReference, keysAt, valuesAt } = require('./schema-help.js');

/** Vigie's own folder: installed in the wiki, or the wiki is its repository. */
const vigieOf = (root) => [join(root, 'node_modules/vigie'), root].find((folder) => existsSync(join(folder, 'src/schemas/json/document.json')));

/** The schema of a document's kind; of any document, until it says which. */
function schemaFor(root, lines) {
  const folder = vigieOf(root);
  if (!folder) return undefined;
  const named = join(folder, 'src/schemas/json', `${kindOf(lines) ?? 'document'}.json`);
  const schema = JSON.parse(readFileSync(existsSync(named) ? named : join(folder, 'src/schemas/json/document.json'), 'utf8'));
  // Until the kind is known its values are what is to be said of it, and after that they still are.
  const kinds = JSON.parse(readFileSync(join(folder, 'src/schemas/json/document.json'), 'utf8')).properties.kind;
  return { ...schema, properties: { ...schema.properties, kind: kinds } };
}

const linesOf = (document) => document.getText().split(/\r?\n/);

/** Ids that the documents of a system say, with the title beside each: what a reference of that system may cite. */
function idsBeside(root, file) {
  const folder = join(root, 'content', relative(join(root, 'content'), file).split(sep)[0]);
  const found = new Map();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.mdx?$/.test(entry.name)) continue;
    const head = /^---\r?\n([\s\S]*?)\n---/.exec(readFileSync(join(entry.parentPath ?? entry.path, entry.name), 'utf8'))?.[1] ?? '';
    for (const [, id, title] of head.matchAll(/(?:^|[\s{])id:\s*["']?([^\s"',}#]+)["']?(?:[\s,]*title:\s*([^\n,}]+))?/g)) if (!found.has(id)) found.set(id, title?.trim());
  }
  return found;
}

/** Findings of the whole wiki, by file as it stands on the disk; undefined where check could not run. */
function findings(root, lang, done) {
  const folder = vigieOf(root);
  if (!folder) return;
  const node = [join(root, 'node_modules/node/bin/node'), join(root, 'node_modules/.bin/node')].find((file) => existsSync(file)) ?? 'node';
  execFile(node, [join(folder, 'src/cli/bin/vigie.js'), 'check', '--format', 'json', '--lang', lang], { cwd: root, maxBuffer: 64e6 }, (_error, out) => {
    let report;
    try {
      report = JSON.parse(out);
    } catch {
      return;
    }
    const byFile = new Map();
    for (const finding of report.findings) {
      // Files are named from the top of the repository, which may stand above the folder that is open.
      let base = root;
      while (!existsSync(join(base, finding.file)) && dirname(base) !== base) base = dirname(base);
      const file = join(base, finding.file);
      byFile.set(file, [...(byFile.get(file) ?? []), finding]);
    }
    done(byFile);
  });
}

function activate(context, vscode = require('vscode')) {
  const rootOf = (document) => vscode.workspace.getWorkspaceFolder(document.uri)?.uri.fsPath;
  const documents = [{ scheme: 'file', pattern: '**/content/**/*.{md,mdx}' }];

  const at = (document, position) => {
    const root = rootOf(document);
    const lines = linesOf(document);
    const cursor = root && cursorAt(lines, position.line, position.character);
    const schema = cursor && schemaFor(root, lines);
    return schema && { cursor, schema };
  };

  const completion = {
    provideCompletionItems(document, position) {
      const found = at(document, position);
      if (!found) return [];
      const { cursor, schema } = found;
      const values = () => [
        ...valuesAt(schema, cursor.path).map((value) => new vscode.CompletionItem(String(value), vscode.CompletionItemKind.Value)),
        ...(isReference(schema, cursor.path) ? [...idsBeside(rootOf(document), document.uri.fsPath)] : []).map(([id, title]) => Object.assign(new vscode.CompletionItem(id, vscode.CompletionItemKind.Reference), { detail: title })),
      ];
      if (!cursor.isKey) return values();
      const keys = keysAt(schema, cursor.path).map(({ key, doc, required, opens }) => {
        const item = new vscode.CompletionItem(key, vscode.CompletionItemKind.Property);
        item.insertText = opens ? `${key}:` : `${key}: `;
        item.documentation = new vscode.MarkdownString(doc);
        item.detail = required ? 'required' : undefined;
        // Those that must be there come first.
        item.sortText = `${required ? 0 : 1}${key}`;
        return item;
      });
      return keys.length > 0 ? keys : values();
    },
  };

  const hover = {
    provideHover(document, position) {
      const word = document.getWordRangeAtPosition(position, /[\w-]+/);
      const found = word && at(document, word.start);
      if (!found?.cursor.isKey) return undefined;
      const doc = docAt(found.schema, [...found.cursor.path, document.getText(word)]);
      return doc && new vscode.Hover(new vscode.MarkdownString(doc), word);
    },
  };

  const shown = vscode.languages.createDiagnosticCollection('vigie');
  let run = 0;
  const check = (root) => {
    const mine = ++run;
    findings(root, vscode.env.language.startsWith('fr') ? 'fr' : 'en', (byFile) => {
      // A later save asked again meanwhile.
      if (mine !== run) return;
      shown.clear();
      for (const [file, list] of byFile) {
        shown.set(vscode.Uri.file(file), list.map(({ line, column, severity, rule, what, why, fix }) => {
          const place = new vscode.Range(line - 1, column - 1, line - 1, Number.MAX_SAFE_INTEGER);
          const diagnostic = new vscode.Diagnostic(place, `${what}\n${why}\n${fix}`, severity === 'error' ? vscode.DiagnosticSeverity.Error : vscode.DiagnosticSeverity.Warning);
          diagnostic.code = rule;
          diagnostic.source = 'Vigie';
          return diagnostic;
        }));
      }
    });
  };

  context.subscriptions.push(
    vscode.languages.registerCompletionItemProvider(documents, completion, ' ', '-', '{', '['),
    vscode.languages.registerHoverProvider(documents, hover),
    shown,
    vscode.workspace.onDidSaveTextDocument((document) => {
      const root = rootOf(document);
      if (root && /[\\/]content[\\/]/.test(document.uri.fsPath)) check(root);
    }),
  );
  for (const { uri } of vscode.workspace.workspaceFolders ?? []) if (existsSync(join(uri.fsPath, 'content/site.yml'))) check(uri.fsPath);
}

module.exports = { activate, deactivate: () => undefined };
