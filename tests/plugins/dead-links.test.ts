import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deadLinks, sayDead } from '../../plugins/dead-links.ts';

let root: string;
const write = (path: string, html: string): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), html);
};

beforeEach(() => void (root = mkdtempSync(join(tmpdir(), 'vigie-links-'))));
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('links that lead nowhere', () => {
  it('are pages, places and files that are not there, seen from every page that asks for them', () => {
    write('index.html', '<h1 id="top">Accueil</h1><a href="/wiki/a/">A</a><a href="/wiki/a/#une">place</a><a href="/wiki/b/">B</a><img src="x.png">');
    write('a/index.html', '<h2 id="une">Une</h2><a href="../#top">haut</a><a href="#deux">deux</a><a href="/wiki/b/">B</a><a href="/wiki/data.csv">données</a>');
    write('data.csv', 'a');
    expect(deadLinks(root, '/wiki/').sort((a, b) => `${a.page} ${a.url}`.localeCompare(`${b.page} ${b.url}`))).toEqual([
      { page: 'a/index.html', url: '/wiki/b/', why: 'no such page' },
      { page: 'a/index.html', url: '#deux', why: 'no such place in the page' },
      { page: 'index.html', url: '/wiki/b/', why: 'no such page' },
      { page: 'index.html', url: 'x.png', why: 'no such page' },
    ]);
  });

  it('are not addresses of elsewhere, nor names written with entities or escapes', () => {
    write('index.html', '<a href="https://example.org/x">x</a><a href="tel:+33639980000">appeler</a><a href="#l&#39;été">été</a><a href="/r%C3%A9sum%C3%A9.txt">texte</a><img src="/l&#x27;%C3%A9t%C3%A9.png"><a href="#a&lt;b&amp;gt;">signes</a><h3 id="a&#60;b&#38;gt;">Signes</h3><h2 id="l&#39;été">Été</h2>');
    write('résumé.txt', 'texte');
    write("l'été.png", 'image');
    expect(deadLinks(root)).toEqual([]);
  });

  it('are said in one sentence and a list that ends', () => {
    const dead = Array.from({ length: 22 }, (_, index) => ({ page: 'index.html', url: `/${index}/`, why: 'no such page' as const }));
    expect(sayDead(dead).split('\n')).toHaveLength(22);
    expect(sayDead(dead)).toMatch(/^22 links lead nowhere:[\s\S]*… and 2 more$/);
  });
});
