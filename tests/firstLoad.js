// What a page of the built site names before it starts: read from its HTML and its scripts.
// @ts-check
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseAst } from 'vite';

/**
 * Lists the scripts that a page needs before it can start: those that its HTML names, and all that
 * these import statically. What the HTML names at low priority is for later, and left out.
 *
 * @param {string} html the file
 * @returns {string[]} files
 */
export function startScripts(html) {
  const links = readFileSync(html, 'utf8').match(/<link [^>]*rel="modulepreload"[^>]*>/g) ?? [];
  const named = links
    .filter((link) => !link.includes('fetchpriority="low"'))
    .map((link) => join(dirname(html), /href="([^"]+)"/.exec(link)?.[1] ?? ''));
  // A set that grows while it is gone through: what is imported comes after what imports it.
  const scripts = new Set(named);
  for (const script of scripts) for (const found of importsOf(script)) scripts.add(found);
  return [...scripts];
}

/** @param {string} script the file */
function importsOf(script) {
  return parseAst(readFileSync(script, 'utf8')).body.flatMap((node) => {
    const from = 'source' in node ? node.source?.value : undefined;
    return from ? [join(dirname(script), from)] : [];
  });
}
