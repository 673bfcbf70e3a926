import { withShortcutKeys } from './manifest.ts';
import { answer, letGoOfOld, takeIn } from './shell.ts';

declare const self: ServiceWorkerGlobalScope;

self.addEventListener('install', (event) => event.waitUntil(takeIn()));

self.addEventListener('activate', (event) => {
  event.waitUntil(letGoOfOld().then(() => self.clients.claim()));
});

// The page asks for this once its user has agreed to the update, never before.
self.addEventListener('message', ({ data }) => {
  if (data === 'skip-waiting') void self.skipWaiting();
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  const answered = answer(request);
  const isManifest = url.pathname.endsWith('/manifest.webmanifest');
  event.respondWith(isManifest ? answered.then(withShortcutKeys) : answered);
});
