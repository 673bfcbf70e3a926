/*
 * A shortcut of the installed app opens an address that logs a tap. So that no link on another site
 * can do the same, the service worker writes a key into those addresses when the browser reads the
 * manifest. The key is made on this device and never leaves it.
 */

const CACHE = 'toward-shortcuts';
const ADDRESS = '/shortcut-key';

/** The name of the key in a shortcut's address. */
export const KEY_PARAMETER = 'key';
/** The name of the tap in a shortcut's address. */
export const TAP_PARAMETER = 'tap';

/** The key of this device; undefined where none has been made. */
export async function readShortcutKey(): Promise<string | undefined> {
  const kept = await caches.match(ADDRESS, { cacheName: CACHE });
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
