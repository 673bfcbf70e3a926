// A relay elsewhere, as the build is told (docs/relay.md).
// @ts-check

const told = process.env.RELAY_ORIGIN;

/** Its origin; empty where it's the site's own. Anything else that is told ends the build. */
export const RELAY_ORIGIN = told ? originOf(told) : '';

/** @param {string} text */
function originOf(text) {
  const { origin, protocol } = new URL(text);
  if (protocol === 'https:' || protocol === 'http:') return origin;
  throw new Error(`RELAY_ORIGIN: ${text} is no origin such as https://example.org`);
}
