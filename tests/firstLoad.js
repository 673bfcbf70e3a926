// What a page of the built site names before it starts: read from its HTML and its scripts.
// @ts-check
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseAst } from 'vite';

/**
 * Lists the scripts that a page needs before it can start: those that its HTML names, and all that
 * these import statically. What the HTML names for later is left out.
 *
 * @param {string} html the file
 * @returns {string[]} files
 */
export function startScripts(html) {
  // A set that grows while it is gone through: what is imported comes after what imports it.
  const scripts = new Set(named(html).start);
  for (const script of scripts) for (const found of importsOf(script)) scripts.add(found);
  return [...scripts];
}

/** Lists the scripts that a page names for later: at low priority. @param {string} html the file */
export function laterScripts(html) {
  return named(html).later;
}

/** @param {string} html the file */
function named(html) {
  const links = readFileSync(html, 'utf8').match(/<link [^>]*rel="modulepreload"[^>]*>/g) ?? [];
  /** @type {Record<'start' | 'later', string[]>} */
  const all = { start: [], later: [] };
  for (const link of links) {
    const when = link.includes('fetchpriority="low"') ? 'later' : 'start';
    all[when].push(join(dirname(html), /href="([^"]+)"/.exec(link)?.[1] ?? ''));
  }
  return all;
}

/** @type {Map<string, string[]>} Many pages need the same scripts: each is read once. */
const imported = new Map();

/** @param {string} script the file */
function importsOf(script) {
  const imports = imported.get(script) ?? readImports(script);
  imported.set(script, imports);
  return imports;
}

/** @param {string} script the file */
function readImports(script) {
  return parseAst(readFileSync(script, 'utf8')).body.flatMap((node) => {
    const from = 'source' in node ? node.source?.value : undefined;
    return from ? [join(dirname(script), from)] : [];
  });
}
