import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type * as Typst from '@myriaddreamin/typst-ts-node-compiler';
import type { CompileInput, CompileResult } from './compile.ts';
import { errorsOf, thrownErrors } from './diagnostics.ts';
import { fontFiles } from './fonts.ts';

type Addon = typeof Typst;

let addon: Promise<Addon | undefined> | undefined;

/** The addon, where npm has a binary for this machine and it loads. */
export const loadNative = (): Promise<Addon | undefined> => (addon ??= import('@myriaddreamin/typst-ts-node-compiler').catch(() => undefined));

const NO_FONTS = fileURLToPath(new URL('no-fonts.conf', import.meta.url));

/** The engine learns every font of the machine, and would take one of them for a word of a picture: here it finds none. */
function withoutSystemFonts<T>(create: () => T): T {
  const before = process.env['FONTCONFIG_FILE'];
  process.env['FONTCONFIG_FILE'] = NO_FONTS;
  try {
    return create();
  } finally {
    if (before === undefined) delete process.env['FONTCONFIG_FILE'];
    else process.env['FONTCONFIG_FILE'] = before;
  }
}

/** The PDF of the native engine; undefined where it does not load. */
export async function compileNative({ main, files, standard }: CompileInput): Promise<CompileResult | undefined> {
  const typst = await loadNative();
  if (!typst) return undefined;
  // The engine reads from the disk what it was not given: its root is a folder that nobody has.
  const root = join(tmpdir(), `vigie-${randomUUID()}`);
  const compiler = withoutSystemFonts(() => typst.NodeCompiler.create({ workspace: root, fontArgs: [{ fontBlobs: [...fontFiles()] }] }));
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
