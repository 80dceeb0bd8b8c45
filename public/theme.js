// Runs before first paint, so that the chosen theme never flashes. Everything works without it.
(function () {
  var root = document.documentElement;
  var theme;
  try {
    theme = localStorage.getItem('vigie-theme');
  } catch {
    // Storage may be refused; the system's theme is used.
  }
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  root.classList.add('js');
})();
