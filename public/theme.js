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
  // A page saved to disk keeps what its scripts left, and they are modules, which no file can load: what needs them goes back. A wiki that is
  // made to open from a stick brings plain ones (siteModules).
  if (location.protocol === 'file:') {
    document.addEventListener('DOMContentLoaded', function () {
      if (window.siteModules) return;
      root.classList.remove('js');
      for (const live of document.querySelectorAll('[data-live]')) live.hidden = true;
      for (const sort of document.querySelectorAll('[data-sortable] thead button')) sort.disabled = true;
    });
  }
})();
