/**
 * What one face has read for another in the same process: `vigie build` reads content/ and starts Astro, whose pages take it from here,
 * so content/ is read once. Astro loads its own copy of the modules, hence a slot on the global object and not a variable.
 */
const SLOT = Symbol.for('vigie.handover');
type Holder = typeof globalThis & { [SLOT]?: unknown };

export function handOver(value: unknown): void {
  (globalThis as Holder)[SLOT] = value;
}

/** What was handed over, or undefined; its shape is the business of the two who agree on it. */
export function handedOver(): unknown {
  return (globalThis as Holder)[SLOT];
}
