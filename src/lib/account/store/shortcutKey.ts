/*
 * A shortcut of the installed app opens an address that logs a tap. So that no link on another site
 * can do the same, and so that the address tells nothing, the service worker writes a number into it
 * that is made with a key. The key is made on this device and never leaves it.
 */

const CACHE = 'toward-shortcuts';
const ADDRESS = '/shortcut-key';

/** The key of this device; undefined where none has been made, or the browser has no caches or refuses them. */
export async function readShortcutKey(): Promise<string | undefined> {
  if (!('caches' in globalThis)) return undefined;
  const kept = await caches.match(ADDRESS, { cacheName: CACHE }).catch(() => undefined);
  return kept?.text();
}

/** The key of this device, made by `makeKey` where there is none. */
export async function keepShortcutKey(makeKey: () => string): Promise<string> {
  const kept = await readShortcutKey();
  if (kept) return kept;
  const key = makeKey();
  await (await caches.open(CACHE)).put(ADDRESS, new Response(key));
  return key;
}
