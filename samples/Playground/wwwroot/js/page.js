// The page around the editor: its address, its theme, and what the browser keeps.
const toBase64 = bytes => btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
const fromBase64 = text => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), c => c.charCodeAt(0));

async function through(stream, bytes) {
  const result = new Response(new Blob([bytes]).stream().pipeThrough(stream));
  return new Uint8Array(await result.arrayBuffer());
}

/** The address of a program: its text, compressed, behind the '#', which no server gets to see. */
export async function addressOf(text) {
  const bytes = await through(new CompressionStream('deflate-raw'), new TextEncoder().encode(text));
  const page = new URL(document.baseURI);
  page.search = '';
  page.hash = 'code=' + toBase64(bytes);
  return page.href;
}

/** The program in the address, or nothing. */
export async function programInAddress() {
  const code = new URLSearchParams(location.hash.slice(1)).get('code');
  if (!code) return null;
  try {
    return new TextDecoder().decode(await through(new DecompressionStream('deflate-raw'), fromBase64(code)));
  } catch {
    return null;
  }
}

/** Puts the program's address into the address bar and on the clipboard; says whether the clipboard took it. */
export async function share(text) {
  const address = await addressOf(text);
  history.replaceState(history.state, '', address);
  try {
    await navigator.clipboard.writeText(address);
    return true;
  } catch {
    return false;
  }
}

export function isDark() {
  return document.documentElement.dataset.theme === 'dark';
}

export function setDark(dark) {
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  try { localStorage.setItem('theme', dark ? 'dark' : 'light'); } catch { /* a browser may keep nothing */ }
}

export function ready() {
  document.documentElement.dataset.ready = 'true';
}

export function focus(id) {
  document.getElementById(id)?.focus();
}

/** Shows the beginning of a page of the documentation, or one of its headings. */
export function scrollTo(id) {
  const heading = id && document.getElementById(decodeURIComponent(id));
  if (heading) heading.scrollIntoView();
  else document.querySelector('.documentation').scrollTop = 0;
}

/** Gives each C# block of a page a button that opens it in the editor. */
export function offerBlocks(host, server) {
  for (const code of host.querySelectorAll('pre > code.language-csharp')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'open-block';
    button.textContent = 'Open in the editor';
    button.onclick = () => server.invokeMethodAsync('OpenBlock', code.textContent);
    code.parentElement.before(button);
  }
}
