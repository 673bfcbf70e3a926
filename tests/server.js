// A plain static host for a built site, as anyone's would be.
// @ts-check
import { createServer } from 'node:http';
import sirv from 'sirv';
import { headerRules } from '../src/relay/headers.js';

/**
 * @typedef {object} Site
 * @property {string} origin
 * @property {string} folder
 * @property {string[]} asked the path of every request so far
 * @property {() => Promise<void>} stop
 */

/**
 * Serves a folder on a free port of this machine.
 *
 * @param {string} folder
 * @param {string} base the path under which the folder stands, such as '/toward'
 * @returns {Promise<Site>}
 */
export async function serve(folder = 'build', base = '') {
  const files = sirv(folder, { dev: true });
  const rules = headerRules(folder);
  /** @type {string[]} */
  const asked = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    if (!request.url?.startsWith(`${base}/`)) return void response.writeHead(404).end();
    request.url = request.url.slice(base.length);
    // Static hosts that allow other origins vary by origin, which a careless cache lookup trips over.
    response.setHeader('Vary', 'Origin');
    for (const { names, name, value } of rules) {
      if (names(request.url)) response.appendHeader(name, value);
    }
    // As README.md has it for what may change. A page that must not be stored is not held for "back" either.
    if (!response.hasHeader('Cache-Control')) response.setHeader('Cache-Control', 'no-cache');
    files(request, response, () => void response.writeHead(404).end());
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return { origin: `http://127.0.0.1:${port}${base}`, folder, asked, stop: () => stop(server) };
}

/** @param {import('node:http').Server} server @returns {Promise<void>} */
function stop(server) {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
