// The headers that a built site asks for.
// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Reads the file _headers of a built site: a line with a path, which may end in *, and below it a
 * header to each line.
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
