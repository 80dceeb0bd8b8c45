// Prints one HTML file by Chromium, as a plain "save as PDF" would: what the snapshot is measured beside. `print.ts <page.html> <out.pdf>`
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { launch } from '../built/browser.ts';

const [source = '', out = ''] = process.argv.slice(2);
const browser = await launch();
const page = await browser.newPage();
await page.goto(pathToFileURL(source).href, { waitUntil: 'load', timeout: 0 });
writeFileSync(out, await page.pdf({ format: 'A4', tagged: true, outline: true }));
await browser.close();
