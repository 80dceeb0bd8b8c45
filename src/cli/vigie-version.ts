import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from './site-paths.ts';

/** Vigie's own version, for reports. */
export const vigieVersion = (): string => (JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as { version: string }).version;
