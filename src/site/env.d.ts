/// <reference types="astro/client" />

declare module 'virtual:vigie-mdx' {
  const modules: Record<string, () => Promise<{ default: import('astro/runtime/server/index.js').AstroComponentFactory }>>;
  export default modules;
}
