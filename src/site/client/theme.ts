/** `[data-theme-toggle]` switches light and dark; public/theme.js reads the choice before the next first paint. */
export function enableThemeToggle(): void {
  const root = document.documentElement;
  for (const button of document.querySelectorAll('[data-theme-toggle]')) {
    button.addEventListener('click', () => {
      const dark = root.dataset.theme
        ? root.dataset.theme === 'dark'
        : matchMedia('(prefers-color-scheme: dark)').matches;
      root.dataset.theme = dark ? 'light' : 'dark';
      try {
        localStorage.setItem('vigie-theme', root.dataset.theme);
      } catch {
        // Storage is refused: the choice lasts as long as the page.
      }
    });
  }
}
