import type { CompileError } from './compile.ts';

/** What both engines say of a problem; a severity is a name or a number, by engine. */
interface Diagnostic {
  readonly severity?: unknown;
  readonly message?: unknown;
  readonly hints?: unknown;
  readonly path?: unknown;
}

const WARNING = /^(warning|2)$/i;

/** The errors among diagnostics. `root` is the part of their paths that only the engine knows. */
export function errorsOf(diagnostics: readonly unknown[], root = ''): CompileError[] {
  return diagnostics.flatMap((entry): CompileError[] => {
    if (typeof entry === 'string') return [{ message: entry, hints: [] }];
    const { severity, message, hints, path } = entry as Diagnostic;
    if (WARNING.test(String(severity))) return [];
    return [
      {
        message: typeof message === 'string' ? message : JSON.stringify(entry),
        hints: Array.isArray(hints) ? hints.map(String) : [],
        path: typeof path === 'string' && path !== '' ? `/${(path.startsWith(root) ? path.slice(root.length) : path).replace(/^\/+/, '')}` : undefined,
      },
    ];
  });
}
