import { readFile } from 'node:fs/promises';
import { packageFile } from '../mermaid/font.ts';
import type { CompileInput, CompileResult } from './compile.ts';
import { errorsOf } from './diagnostics.ts';
import { fontFiles } from './fonts.ts';

type Wasm = typeof import('@myriaddreamin/typst-ts-web-compiler');

/** Asks for diagnostics as objects. */
const OBJECTS = 2;

let wasm: Promise<Wasm> | undefined;

async function load(): Promise<Wasm> {
  const typst = await import('@myriaddreamin/typst-ts-web-compiler');
  const file = await readFile(packageFile('@myriaddreamin/typst-ts-web-compiler/wasm'));
  typst.initSync({ module: await WebAssembly.compile(file) });
  return typst;
}

interface Answer {
  readonly result?: Uint8Array;
  readonly diagnostics?: readonly unknown[];
}

/** The PDF of the engine that runs anywhere. */
export async function compileWasm({ main, files }: CompileInput): Promise<CompileResult> {
  const typst = await (wasm ??= load());
  const builder = new typst.TypstCompilerBuilder();
  builder.set_dummy_access_model();
  for (const font of fontFiles()) await builder.add_raw_font(font);
  const compiler = await builder.build();
  try {
    for (const [path, content] of files) compiler.map_shadow(path, Buffer.from(content as string));
    const { result, diagnostics = [] } = compiler.compile(main, [], 'pdf', OBJECTS) as Answer;
    return result ? { bytes: result, engine: 'wasm' } : { errors: errorsOf(diagnostics) };
  } catch (error) {
    return { errors: errorsOf(Array.isArray(error) ? error : [error instanceof Error ? error.message : String(error)]) };
  } finally {
    compiler.free();
  }
}
