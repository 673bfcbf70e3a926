import type { RequestHandler } from './$types';
import polyfill from '../../../node_modules/temporal-polyfill/global.js?raw';

export const prerender = true;
export const trailingSlash = 'never';

/** Temporal for a service worker whose browser lacks it: a worker can load a script, but no module. */
export const GET: RequestHandler = () =>
  new Response(polyfill, { headers: { 'content-type': 'text/javascript' } });
