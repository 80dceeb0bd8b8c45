import { describe, expect, it } from 'vitest';
import { searchable } from '../../../plugins/search/searchable.ts';

const page = (main: string): string => `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Panne</title></head><body><header>Menu</header>${main}<footer>Pied</footer></body></html>`;

describe('what search reads of a page', () => {
  it('is its language, title and main region, without the frame', () => {
    expect(searchable(page('<main id="main" tabindex="-1"><div data-pagefind-body>Base arrêtée</div></main>'))).toBe(
      '<!doctype html><html lang="fr"><head><title>Panne</title></head><body><main id="main" tabindex="-1"><div data-pagefind-body>Base arrêtée</div></main></body></html>',
    );
  });

  it('has apostrophes where the index parts words', () => {
    expect(searchable(page('<main id="main"><p data-pagefind-body data-names="l’API">d’upload</p></main>'))).toContain('<p data-pagefind-body data-names="l\'API">d\'upload</p>');
  });

  it('is nothing where the page does not ask to be found', () => {
    expect(searchable(page('<main id="main">Introuvable</main>'))).toBeUndefined();
    expect(searchable('<p data-pagefind-body>Sans cadre</p>')).toBeUndefined();
  });
});
