import { SIGNATURE_NAMESPACE, sshKeygen } from './ssh-keygen.ts';

export type Signing = { readonly signature: string } | { readonly problem: 'no-tool' | 'readable' | 'passphrase' | 'no-key' | 'failed'; readonly why: string };

const PROBLEMS = [
  ['readable', /UNPROTECTED PRIVATE KEY/],
  ['passphrase', /passphrase/i],
  ['no-key', /Couldn't load public key|No private key found|invalid format|error in libcrypto/i],
] as const;

/** Signs a file with a key that a team already has, as `vigie verify` expects it. The agent is asked where it holds the key. */
export async function signSnapshot(bytes: Uint8Array, key: string): Promise<Signing> {
  const { code, out, err } = await sshKeygen(['-q', '-Y', 'sign', '-n', SIGNATURE_NAMESPACE, '-f', key], bytes);
  if (code === undefined) return { problem: 'no-tool', why: '' };
  if (code === 0 && out.startsWith('-----BEGIN SSH SIGNATURE-----')) return { signature: out };
  const why = err.trim().split('\n').at(-1) ?? '';
  return { problem: PROBLEMS.find(([, words]) => words.test(err))?.[0] ?? 'failed', why };
}
