// While the app is being developed nothing is kept: each load shows the newest build.
self.addEventListener('install', () => self.skipWaiting());
