// Before the first paint, so that a dark page does not flash.
{
  let kept = null;
  try { kept = localStorage.getItem('theme'); } catch { /* a browser may keep nothing */ }
  const dark = kept ? kept === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  if ('serviceWorker' in navigator) navigator.serviceWorker.register('service-worker.js', { updateViaCache: 'none' }).catch(() => { });
}
