import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as Typst from '@myriaddreamin/typst-ts-node-compiler';
import type { CompileInput, CompileResult } from './compile.ts';
import { errorsOf, thrownErrors } from './diagnostics.ts';
import { fontFiles } from './fonts.ts';

type Addon = typeof Typst;

let addon: Promise<Addon | undefined> | undefined;

/** The addon, where npm has a binary for this machine and it loads. */
const load = (): Promise<Addon | undefined> => (addon ??= import('@myriaddreamin/typst-ts-node-compiler').catch(() => undefined));

/** The PDF of the native engine; undefined where it does not load. */
export async function compileNative({ main, files, standard }: CompileInput): Promise<CompileResult | undefined> {
  const typst = await load();
  if (!typst) return undefined;
  // The engine reads from the disk what it was not given: its root is a folder that nobody has.
  const root = join(tmpdir(), `vigie-${randomUUID()}`);
  const compiler = typst.NodeCompiler.create({ workspace: root, fontArgs: [{ fontBlobs: [...fontFiles()] }] });
  try {
    for (const [path, content] of files) compiler.mapShadow(root + path, Buffer.from(content as string));
    const compiled = compiler.compile({ mainFilePath: root + main });
    if (!compiled.result) {
      const failure = compiled.takeDiagnostics();
      return { errors: failure ? errorsOf(compiler.fetchDiagnostics(failure) as readonly unknown[], root) : thrownErrors('the document could not be set') };
    }
    const bytes = compiler.pdf(compiled.result, standard === undefined ? {} : { pdfStandard: standard });
    return { bytes: new Uint8Array(bytes), engine: 'native' };
  } catch (error) {
    return { errors: thrownErrors(error, root) };
  } finally {
    compiler.resetShadow();
    compiler.evictCache(0);
  }
}
