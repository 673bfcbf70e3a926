import { base, build, files, prerendered, version } from '$service-worker';
import { m } from '#i18n/paraglide/messages.js';
import { baseLocale, getTextDirection } from '#i18n/paraglide/runtime.js';

/*
 * The offline shell: every file of one version of the app, taken in whole when that version is
 * installed, and served from here ever after. version.json is not among them, since it must tell
 * of newer ones.
 */

/** The folder on the host under which the app stands. Only this file asks Kit for it. */
export { base };

const PREFIX = 'toward-shell-';
const NAME = `${PREFIX}${version}`;
const NOT_FOUND = `${base}/404.html`;
/** Where the way out leads. */
const AWAY = `${base}/measures/`;
const HTML = { 'content-type': 'text/html; charset=utf-8' };

/**
 * The hash of every file of this build, by its name. The build fills it in (svelte.config.js), and the
 * worker comes from the host alone: whoever else may write to this cache can't change it.
 */
const HASHES = new Map(
  'toward-shell-hashes'.split('|').map((line) => line.split(' ') as [string, string])
);

/** By the ends of their names: the types of the files in shell.json. */
const TYPES = { html: HTML['content-type'], js: 'text/javascript', css: 'text/css' };

/**
 * Takes in the whole shell, past any stale copy in the browser's own cache; all of it or none. The
 * pages, scripts and styles come together in one file, which svelte.config.js has written.
 */
export async function takeIn(): Promise<void> {
  const fresh = { cache: 'no-cache' } as const;
  const packed = await fetch(`${base}/shell.json`, fresh);
  const shell: { version: string; files: Record<string, string> } = await packed.json();
  if (shell.version !== version) throw new Error('The host has another version by now.');
  const cache = await caches.open(NAME);
  // A browser that needs that script keeps it with the worker.
  const pages = prerendered.filter((path) => path !== `${base}/temporal.js`);
  const paths = [...build, ...files, ...pages];
  const take = (path: string) => {
    const name = nameOf(path);
    const text = shell.files[name];
    return text === undefined
      ? cache.add(new Request(path, fresh))
      : cache.put(path, unpacked(name, text, packed.headers));
  };
  await Promise.all(paths.map(take));
}

/** The name of the file behind a path. */
function nameOf(path: string): string {
  return path.slice(base.length + 1).replace(/(^|\/)$/, '$1index.html');
}

/** A file as the host would have sent it, with what it sends along with every file. */
function unpacked(name: string, text: string, sent: Headers): Response {
  const headers = new Headers(sent);
  for (const own of ['content-encoding', 'content-length', 'etag', 'last-modified']) {
    headers.delete(own);
  }
  const [, end = ''] = /\.(html|js|css)$/.exec(name) ?? [];
  headers.set('content-type', TYPES[end as keyof typeof TYPES]);
  return new Response(text, { headers });
}

/**
 * Takes the shell in again where the browser has cleared it. That fails offline, and where the host
 * has a newer version by now; then the next page that is opened tries again.
 */
export async function keepWhole(): Promise<void> {
  const current = await caches.open(NAME);
  if (await current.match(`${base}/`)) return;
  await takeIn().catch(() => undefined);
}

/**
 * Lets go of old shells but for the last one: a tab that has not been reloaded since the update
 * still asks for its files.
 */
export async function letGoOfOld(): Promise<void> {
  const shells = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== NAME);
  await Promise.all(shells.slice(0, -1).map((name) => caches.delete(name)));
}

/** Whether the shell is here. Once everything was erased it is not, while this worker still serves open tabs. */
export function isHere(): Promise<boolean> {
  return caches.has(NAME);
}

/** The answer to a request of the app: from the shell, else from the network. */
export async function answer(request: Request): Promise<Response> {
  const url = new URL(request.url);
  const kept = await fromShell(url.pathname);
  if (kept) return kept;
  if (request.mode !== 'navigate') return fetch(request);
  // A page is a folder: /balance is at /balance/, and its own links count on the slash.
  const isPage = !url.pathname.endsWith('/') && (await fromShell(`${url.pathname}/`));
  if (isPage) return Response.redirect(`${url.origin}${url.pathname}/${url.search}`);
  return fetch(request).catch(() => (url.pathname === AWAY ? emptyPage() : notFound()));
}

/** Whoever has left finds no word of the app, even where the neutral page was cleared. */
function emptyPage(): Response {
  return new Response('<!doctype html><title></title>', { headers: HTML });
}

async function notFound(): Promise<Response> {
  const page = await fromShell(NOT_FOUND);
  return page
    ? new Response(page.body, { status: 404, headers: HTML })
    : new Response(clearedPage(), { status: 503, headers: HTML });
}

/** All that can be shown where the browser has cleared the shell and the host is out of reach. */
function clearedPage(): string {
  return `<!doctype html>
<html lang="${baseLocale}" dir="${getTextDirection(baseLocale)}">
  <meta name="viewport" content="width=device-width" />
  <meta name="color-scheme" content="light dark" />
  <title>${m.app_name()}</title>
  <style>
    body { max-inline-size: 32rem; margin: 15vh auto; padding: 0 1.25rem; font: 1.0625rem/1.5 system-ui, sans-serif }
    h1 { font-size: 1.5rem; line-height: 1.2 }
    a { display: inline-block; padding-block: 0.75rem; color: inherit }
  </style>
  <main>
    <h1>${m.error_cleared()}</h1>
    <p>${m.error_cleared_what()}</p>
    <a href="">${m.reload()}</a>
  </main>
</html>`;
}

/**
 * Looked up by path alone: hosts that vary by origin would hide every module from its request. To
 * look into a cache does not make it: after everything was erased none may come back.
 */
async function fromShell(path: string): Promise<Response | undefined> {
  const options = { ignoreVary: true };
  const current = await caches.match(path, { ...options, cacheName: NAME });
  return genuine(path, current ?? (await fromOlder(path, options)));
}

/** What only a version before has. Other apps of this origin have caches too. */
async function fromOlder(path: string, options: CacheQueryOptions): Promise<Response | undefined> {
  for (const cacheName of (await caches.keys()).filter((name) => name.startsWith(PREFIX))) {
    const kept = await caches.match(path, { ...options, cacheName });
    if (kept) return kept;
  }
  return undefined;
}

/**
 * A file as it was built; undefined where another page of this origin has put something else in its
 * place. Files of the version before are not known here: only tabs that still run it ask for them.
 */
async function genuine(path: string, kept: Response | undefined): Promise<Response | undefined> {
  const hash = HASHES.get(nameOf(path));
  if (!kept || !hash) return kept;
  const content = await kept.arrayBuffer();
  const found = new Uint8Array(await crypto.subtle.digest('SHA-256', content));
  if (btoa(String.fromCharCode(...found)) !== hash) return undefined;
  return new Response(content, { headers: kept.headers });
}
