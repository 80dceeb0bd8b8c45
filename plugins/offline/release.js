// The site is no longer kept for offline reading: this worker deletes what an earlier one kept, then removes itself.
'use strict';

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => {
  const prefix = `offline ${new URL(self.registration.scope).pathname} `;
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name.startsWith(prefix)).map((name) => caches.delete(name))))
      .then(() => self.registration.unregister()),
  );
});
