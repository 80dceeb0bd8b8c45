import { readFile } from 'node:fs/promises';
import type * as Typst from '@myriaddreamin/typst-ts-web-compiler';
import { packageFile } from '../mermaid/font.ts';
import type { CompileInput, CompileResult } from './compile.ts';
import { errorsOf, thrownErrors } from './diagnostics.ts';
import { fontFiles } from './fonts.ts';

type Wasm = typeof Typst;

/** Asks for diagnostics as objects. */
const OBJECTS = 3;

let wasm: Promise<Wasm> | undefined;

async function load(): Promise<Wasm> {
  const typst = await import('@myriaddreamin/typst-ts-web-compiler');
  const file = await readFile(packageFile('@myriaddreamin/typst-ts-web-compiler/wasm'));
  typst.initSync({ module: await WebAssembly.compile(file) });
  return typst;
}

export const loadWasm = (): Promise<Wasm> => (wasm ??= load());

interface Answer {
  readonly result?: Uint8Array;
  readonly diagnostics?: readonly unknown[];
}

/** The PDF of the engine that runs anywhere. */
export async function compileWasm({ main, files }: CompileInput): Promise<CompileResult> {
  const typst = await loadWasm();
  const builder = new typst.TypstCompilerBuilder();
  // A file that it was not given is asked for here, and is nowhere.
  await builder.set_access_model({}, () => new Date(0), () => true, (path: string) => path, () => undefined);
  for (const font of fontFiles()) await builder.add_raw_font(font);
  const compiler = await builder.build();
  try {
    for (const [path, content] of files) compiler.map_shadow(path, Buffer.from(content as string));
    const { result, diagnostics = [] } = compiler.compile(main, [], 'pdf', OBJECTS) as Answer;
    return result ? { bytes: result, engine: 'wasm' } : { errors: errorsOf(diagnostics) };
  } catch (error) {
    return { errors: thrownErrors(error) };
  } finally {
    compiler.free();
  }
}
