import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';

/** Addresses of every page of a built site. */
export const pagesOf = (root: string): string[] =>
  (readdirSync(root, { recursive: true }) as string[])
    .filter((file) => file.endsWith('.html'))
    .map((file) => `/${file.replace(/(^|\/)index\.html$/, '$1')}`)
    .sort();

/** The file that a static host answers with. */
export const fileOf = (root: string, path: string): string => join(root, path.endsWith('/') ? `${path}index.html` : path);

/** A page that leads on at once, kept open here: what it shows until then must hold too. */
const LEADS_ON = /<meta http-equiv="refresh"[^>]*>/;

declare global {
  interface Window {
    refused?: string[];
  }
}

/**
 * Opens pages one after the other in a few tabs side by side, and leaves each to `look`.
 * Answers what must never happen: errors of a page, refusals of its policy, requests to another origin.
 */
export async function visit(browser: Browser, site: { readonly origin: string; readonly root: string }, pages: readonly string[], { prepare, ...options }: BrowserContextOptions & { prepare?: (context: BrowserContext) => Promise<void> }, look: (page: Page, path: string) => Promise<void>, tabs = 3): Promise<string[]> {
  const queue = [...pages];
  const all: string[] = [];
  const work = async (): Promise<void> => {
    const context = await browser.newContext({ locale: 'fr-FR', timezoneId: 'Europe/Paris', serviceWorkers: 'block', reducedMotion: 'reduce', ...options });
    await context.addInitScript(() => {
      window.refused = [];
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => window.refused?.push(`${effectiveDirective} ${blockedURI}`));
    });
    await prepare?.(context);
    const page = await context.newPage();
    let faults: string[] = [];
    page.on('console', (message) => message.type() === 'error' && faults.push(`console: ${message.text()}`));
    page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
    page.on('request', (request) => !request.url().startsWith(`${site.origin}/`) && !request.url().startsWith('data:') && faults.push(`elsewhere: ${request.url()}`));
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
      faults = [];
      const html = readFileSync(fileOf(site.root, path), 'utf8');
      const leadsOn = LEADS_ON.test(html);
      if (leadsOn) await page.route(`${site.origin}${path}`, (route) => route.fulfill({ body: html.replace(LEADS_ON, ''), contentType: 'text/html; charset=utf-8' }));
      await page.goto(`${site.origin}${path}`);
      await look(page, path);
      faults.push(...((await page.evaluate(() => window.refused)) ?? ['the page was not watched']).map((refusal) => `policy: ${refusal}`));
      all.push(...faults.map((fault) => `${path}: ${fault}`));
      if (leadsOn) await page.unrouteAll();
    }
    await context.close();
  };
  await Promise.all(Array.from({ length: tabs }, work));
  return all;
}
