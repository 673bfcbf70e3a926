// A relay elsewhere, as the build is told (docs/relay.md).
// @ts-check

/** Its origin; empty where it's the site's own. */
export const RELAY_ORIGIN = originOf(process.env.RELAY_ORIGIN ?? '');

/**
 * Reads the origin of a relay elsewhere; empty where nothing is told.
 *
 * @param {string} told
 * @throws where it's anything but an origin: what the page would ask must be what the host has meant
 */
export function originOf(told) {
  if (!told) return '';
  const url = URL.canParse(told) ? new URL(told) : undefined;
  const isOrigin = url && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`;
  if (isOrigin) return url.origin;
  throw new Error(`RELAY_ORIGIN: ${told} is no origin such as https://relay.example.org`);
}
