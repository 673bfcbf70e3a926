// A plain static host for a built site, as anyone's would be.
// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';

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

/**
 * The headers that a built site asks for in its file _headers: a line with a path, which may end
 * in *, and below it a header to each line.
 *
 * @param {string} folder
 */
export function headerRules(folder) {
  const file = join(folder, '_headers');
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  let path = '';
  return lines.flatMap((line) => {
    if (line.startsWith('/')) path = line.trim();
    const [, name, value] = /^ +([\w-]+): (.+)$/.exec(line) ?? [];
    return name && value ? [{ names: matcher(path), path, name, value }] : [];
  });
}

/** @param {string} path */
function matcher(path) {
  const start = path.replace(/\*$/, '');
  return (/** @type {string} */ url) => (path === start ? url === path : url.startsWith(start));
}

/** @param {import('node:http').Server} server @returns {Promise<void>} */
function stop(server) {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
