/** The folder of the package, where astro.config.mjs stands and says so: modules are bundled elsewhere, and `vigie build` runs in any folder. */
export const packageRoot = (): string => process.env['VIGIE_PACKAGE'] ?? process.cwd();
