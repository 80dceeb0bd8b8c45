import { spawn } from 'node:child_process';

/** What a signature of a snapshot is made for: one made for something else does not count. */
export const SIGNATURE_NAMESPACE = 'vigie-snapshot';

export interface KeygenAnswer {
  /** Undefined where there is no ssh-keygen. */
  readonly code: number | undefined;
  readonly out: string;
  readonly err: string;
}

/** Never asks: who runs a pipeline cannot answer. */
const SILENT = { SSH_ASKPASS: 'false', SSH_ASKPASS_REQUIRE: 'force', LC_ALL: 'C' };

/** Runs ssh-keygen on a file's bytes. */
export function sshKeygen(args: readonly string[], input: Uint8Array): Promise<KeygenAnswer> {
  return new Promise((resolve) => {
    const child = spawn('ssh-keygen', args, { stdio: ['pipe', 'pipe', 'pipe'], env: { ...process.env, ...SILENT } });
    let [out, err] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (out += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (err += chunk));
    child.on('error', () => resolve({ code: undefined, out: '', err: '' }));
    child.on('close', (code) => resolve({ code: code ?? 1, out, err }));
    // A signature of another form is refused before the file is read.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}
