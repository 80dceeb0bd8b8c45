import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** What one build cost: the process and all that it starts. */
export interface Cost {
  /** Seconds from start to end. */
  readonly wall: number;
  /** Seconds of processor, user and system. */
  readonly cpu: number;
  /** Most memory resident at one time in the whole tree, in MiB. */
  readonly peak: number;
}

export interface Run {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** `parted`: memory that processes share is parted among them (a browser's would count many times). Slower to read. */
  readonly shared?: 'parted' | undefined;
}

const POLL_MS = 40;
/** Linux counts processor time in hundredths of a second, whatever the machine. */
const TICKS_A_SECOND = 100;

/** The fields of /proc/<pid>/stat that follow the name, which may hold spaces. */
const statOf = (pid: number | 'self'): string[] => readFileSync(`/proc/${pid}/stat`, 'latin1').replace(/^.*\) /s, '').split(' ');

/** Processor seconds of the children that this process has waited for, and of those that they waited for. */
function childrenCpu(): number {
  const fields = statOf('self');
  return (Number(fields[13]) + Number(fields[14])) / TICKS_A_SECOND;
}

/** Resident memory of a process and of all below it, in MiB; shared pages count once a process, unless they are to be parted. Notes in `spent` the processor seconds of each. */
function residentOf(root: number, spent: Map<number, number>, parted: boolean): number {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const parent = Number(statOf(Number(name))[1]);
      children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
    } catch {
      // The process ended between the two readings.
    }
  }
  let total = 0;
  const visit = (pid: number): void => {
    try {
      const stat = statOf(pid);
      spent.set(pid, (Number(stat[11]) + Number(stat[12])) / TICKS_A_SECOND);
      const [file, field] = parted ? ['smaps_rollup', /^Pss:\s+(\d+)/m] as const : ['status', /^VmRSS:\s+(\d+)/m] as const;
      total += Number(field.exec(readFileSync(`/proc/${pid}/${file}`, 'latin1'))?.[1] ?? 0) / 1024;
    } catch {
      return;
    }
    for (const child of children.get(pid) ?? []) visit(child);
  };
  visit(root);
  return total;
}

/** Runs a command to its end and measures it. One at a time: processor time is read from this process's children. Linux only. */
export function measure({ command, args, cwd, env, shared }: Run): Promise<Cost> {
  return new Promise((resolve, reject) => {
    const before = childrenCpu();
    const start = performance.now();
    const child = spawn(command, [...args], { cwd, env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1', ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    const keep = (chunk: Buffer): void => {
      said = (said + chunk.toString()).slice(-4000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    let peak = 0;
    const spent = new Map<number, number>();
    const timer = setInterval(() => {
      if (child.pid !== undefined) peak = Math.max(peak, residentOf(child.pid, spent, shared === 'parted'));
    }, shared === 'parted' ? 4 * POLL_MS : POLL_MS);
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(timer);
      const wall = (performance.now() - start) / 1000;
      // Pagefind's process outlives the parent that started it: nobody waits for it, and only what was seen of it counts.
      const cpu = Math.max(childrenCpu() - before, [...spent.values()].reduce((total, seconds) => total + seconds, 0));
      if (code === 0) resolve({ wall, cpu, peak });
      else reject(new Error(`${command} ${args.join(' ')} ended with ${code}\n${said}`));
    });
  });
}
