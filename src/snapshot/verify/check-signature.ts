import { SIGNATURE_NAMESPACE, sshKeygen } from '../ssh-keygen.ts';
import { bad, good, open, type Fact } from './fact.ts';

const ABSENT = bad('signature/no-tool', 'The signature was not checked: ssh-keygen is not installed. It comes with OpenSSH.', 'La signature n’a pas été vérifiée : ssh-keygen n’est pas installé. Il fait partie d’OpenSSH.');
const WRONG = bad('signature/wrong', 'The signature is not one of this file: another file was signed, or this one changed since.', 'La signature n’est pas celle de ce fichier : un autre fichier a été signé, ou celui-ci a changé depuis.');

/** Checks a detached signature that `ssh-keygen -Y sign -n vigie-snapshot` made. Without a list of signers, whose key it is stays open. */
export async function checkSignature(bytes: Uint8Array, signature: string, allowedSigners: string | undefined): Promise<Fact> {
  const anyone = await sshKeygen(['-Y', 'check-novalidate', '-n', SIGNATURE_NAMESPACE, '-s', signature], bytes);
  if (anyone.code === undefined) return ABSENT;
  if (anyone.code !== 0) return WRONG;
  const key = /SHA256:\S+/.exec(anyone.out)?.[0] ?? '';
  if (allowedSigners === undefined) return open('signature/unknown-signer', `The signature is one of this file, by the key ${key}. Name those who may sign with --allowed-signers to learn whose it is.`, `La signature est bien celle de ce fichier, par la clé ${key}. Nommer ceux qui peuvent signer avec --allowed-signers pour savoir de qui elle est.`);
  const found = await sshKeygen(['-Y', 'find-principals', '-s', signature, '-f', allowedSigners], bytes);
  const signer = found.out.split('\n')[0]?.trim() ?? '';
  const verified = signer === '' ? found : await sshKeygen(['-Y', 'verify', '-f', allowedSigners, '-I', signer, '-n', SIGNATURE_NAMESPACE, '-s', signature], bytes);
  if (signer === '' || verified.code !== 0) return bad('signature/stranger', `The signature is one of this file, by the key ${key}, which is not among those who may sign.`, `La signature est bien celle de ce fichier, par la clé ${key}, qui n’est pas parmi celles qui peuvent signer.`);
  return good('signature/good', `The file was signed by ${signer} (${key}) and has not changed since.`, `Le fichier a été signé par ${signer} (${key}) et n’a pas changé depuis.`);
}
