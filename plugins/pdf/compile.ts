import { compileNative, loadNative } from './native.ts';
import { withOwnFonts } from './svg-fonts.ts';
import { withoutMarkers } from './svg-markers.ts';
import { compileWasm, loadWasm } from './wasm.ts';

export interface CompileInput {
  /** Absolute virtual path of the document to set: `/main.typ`. */
  readonly main: string;
  /** Everything that the document may read, by absolute virtual path. Nothing else exists for it: no disk, no package, no network. */
  readonly files: ReadonlyMap<string, Uint8Array | string>;
  readonly engine?: 'auto' | 'native' | 'wasm' | undefined;
  /** Refuses what the standard refuses. Only the native engine can; the file is for looking at, not for handing out. */
  readonly standard?: 'ua-1' | 'a-3a' | undefined;
}

export interface CompileError {
  readonly message: string;
  readonly hints: readonly string[];
  /** Virtual path of the file that is wrong, where the engine says so. */
  readonly path?: string | undefined;
}

export type CompileResult = { readonly bytes: Uint8Array; readonly engine: 'native' | 'wasm' } | { readonly errors: readonly CompileError[] };

const PACKAGE = /"(@[\w-]+\/[^"]*)"/;

const textOf = (content: Uint8Array | string): string => (typeof content === 'string' ? content : Buffer.from(content).toString('utf8'));

/** What stands in the way before any engine starts. */
function refused({ main, files }: CompileInput): readonly CompileError[] {
  const errors: CompileError[] = [];
  if (!files.has(main)) errors.push({ message: `the document to set, ${main}, is not among the files`, hints: [], path: main });
  for (const [path, content] of files) {
    if (!path.startsWith('/') || path.split('/').includes('..')) errors.push({ message: `${path} is no absolute path`, hints: ['Start it with / and leave .. out.'], path });
    const name = path.endsWith('.typ') ? PACKAGE.exec(textOf(content))?.[1] : undefined;
    // An engine would fetch it.
    if (name !== undefined) errors.push({ message: `the package ${name} is not available`, hints: ['Write what it does in a template.'], path });
  }
  return errors;
}

/** Begins to load the engine for who will soon need it. One that does not load says so when it is used. */
export async function loadAhead(engine: CompileInput['engine']): Promise<void> {
  try {
    if (engine === 'wasm' || (await loadNative()) === undefined) await loadWasm();
  } catch {
    // Told to who sets a document.
  }
}

/** Sets a document as PDF. Both engines give the same bytes; the native one is used where its binary loads. */
export async function compilePdf(asked: CompileInput): Promise<CompileResult> {
  const errors = refused(asked);
  if (errors.length > 0) return { errors };
  const files = new Map([...asked.files].map(([path, content]) => [path, path.toLowerCase().endsWith('.svg') ? withoutMarkers(withOwnFonts(textOf(content))) : content]));
  const input = { ...asked, files };
  if (input.engine === 'wasm' && input.standard !== undefined) return { errors: [{ message: `the WASM engine cannot hold a document to ${input.standard}`, hints: ['Leave the standard out, or use the native engine.'] }] };
  if (input.engine !== 'wasm') {
    const result = await compileNative(input);
    if (result) return result;
    if (input.engine === 'native' || input.standard !== undefined) return { errors: [{ message: 'the native Typst engine does not load on this machine', hints: ['Use the WASM engine: its PDF is the same.'] }] };
  }
  return compileWasm(input);
}
