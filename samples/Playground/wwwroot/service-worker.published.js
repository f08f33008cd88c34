// Keeps every file of this build, so that the playground works without a network after the first visit.
self.importScripts('./service-worker-assets.js');

const prefix = 'lossgen-playground-';
const name = prefix + self.assetsManifest.version;
const skipped = [/^service-worker/, /\.(br|gz)$/];
const files = self.assetsManifest.assets.filter(asset => !skipped.some(pattern => pattern.test(asset.url)));

self.addEventListener('install', event => event.waitUntil(install()));
self.addEventListener('activate', event => event.waitUntil(activate()));
self.addEventListener('fetch', event => {
  if (event.request.method === 'GET' && new URL(event.request.url).origin === self.location.origin) event.respondWith(answer(event.request));
});

async function install() {
  const cache = await caches.open(name);
  await cache.addAll(files.map(asset => new Request(asset.url, { integrity: asset.hash, cache: 'no-cache' })));
  await self.skipWaiting();
}

async function activate() {
  const old = (await caches.keys()).filter(key => key.startsWith(prefix) && key !== name);
  await Promise.all(old.map(key => caches.delete(key)));
  await self.clients.claim();
}

async function answer(request) {
  const cache = await caches.open(name);
  const kept = await cache.match(request.mode === 'navigate' ? 'index.html' : request, { ignoreSearch: request.mode === 'navigate' });
  return kept ?? fetch(request);
}
