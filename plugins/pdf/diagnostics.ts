import type { CompileError } from './compile.ts';

/** What both engines say of a problem. */
interface Diagnostic {
  readonly severity?: unknown;
  readonly message?: unknown;
  readonly hints?: unknown;
  readonly path?: unknown;
}

const withoutRoot = (text: string, root: string): string => (root === '' ? text : text.replaceAll(root, ''));

/** Hints follow the message of some problems. */
function split(text: string): Pick<CompileError, 'message' | 'hints'> {
  const [message = '', ...hints] = text.replace(/ \(searched at [^)]*\)/, '').split(/, hints: /);
  return { message, hints };
}

/** The errors among diagnostics. `root` is the part of their paths that only the engine knows. */
export function errorsOf(diagnostics: readonly unknown[], root = ''): CompileError[] {
  return diagnostics.flatMap((entry): CompileError[] => {
    const { severity, message, hints, path } = entry as Diagnostic;
    if (severity === 'warning') return [];
    const said = split(withoutRoot(typeof message === 'string' ? message : JSON.stringify(entry), root));
    return [{ message: said.message, hints: [...said.hints, ...(Array.isArray(hints) ? hints.map(String) : [])], path: typeof path === 'string' && path !== '' ? `/${withoutRoot(path, root).replace(/^\/+/, '')}` : undefined }];
  });
}

const unquoted = (text: string): string => text.replace(/\\(.)/g, '$1');

/** An error that an engine throws is a list of problems as Rust prints it, or a sentence. */
export function thrownErrors(error: unknown, root = ''): CompileError[] {
  const text = withoutRoot(error instanceof Error ? error.message : String(error), root);
  const found = [...text.matchAll(/severity: Error, .*?message: "((?:[^"\\]|\\.)*)".*?hints: \[((?:[^\]"]|"(?:[^"\\]|\\.)*")*)\]/gs)];
  if (found.length === 0) return [{ message: text, hints: [] }];
  return found.map(([, message = '', hints = '']) => ({ message: unquoted(unquoted(message)), hints: [...hints.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, hint = '']) => unquoted(hint)) }));
}
