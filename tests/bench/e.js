// (e) Gzipped JavaScript of some pages against that of the hello-world.
// @ts-check
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { startScripts } from '../firstLoad.js';
import { newPage, rest } from './harness.js';

/** The most that a page may take before the first paint and in all, in kB. */
const PAGES = [
  { path: '/', early: 52, all: 100 },
  { path: '/balance/', early: 75 },
  { path: '/history/', early: 75 },
  { path: '/practice/check-in/', early: 75 }
];

/** How long a page may still ask for scripts after it was loaded, in milliseconds. */
const WATCHED = 5000;

/** @param {import('./harness.js').Bench} bench @returns {Promise<import('./harness.js').Row[]>} */
export async function measure(bench) {
  const hello = await weigh(bench, bench.hello, '/');
  /** @type {import('./harness.js').Row[]} */
  const rows = [];
  for (const { path, ...most } of PAGES) {
    const { early, all } = await weigh(bench, bench.site, path);
    for (const [when, ours, theirs, bound] of /** @type {const} */ ([
      ['before the first paint', early, hello.early, most.early],
      ['in all', all, hello.all, most.all]
    ])) {
      const what = `e ${path} ${when}`;
      rows.push({ what, ours: ours.kB, theirs: theirs.kB, unit: 'kB', most: bound });
      rows.push({ what: `${what}, scripts`, ours: ours.count, theirs: theirs.count, unit: '' });
    }
  }
  return rows;
}

/**
 * The scripts that a page starts with, and those that it has asked for some seconds later.
 *
 * @param {import('./harness.js').Bench} bench
 * @param {import('./harness.js').Site} site
 * @param {string} path
 */
async function weigh(bench, { origin, folder }, path) {
  const page = await newPage(bench);
  /** @type {Set<string>} */
  const asked = new Set();
  page.on('request', (request) => {
    if (request.resourceType() === 'script') asked.add(new URL(request.url()).pathname);
  });
  await page.goto(origin + path);
  await rest(WATCHED);
  await page.context().close();
  const all = [...asked].map((name) => folder + name);
  return { early: sum(startScripts(`${folder}${path}index.html`)), all: sum(all) };
}

/** How many there are, and their size, each gzipped by itself. @param {readonly string[]} files */
function sum(files) {
  const sizes = files.map((file) => gzipSync(readFileSync(file), { level: 9 }).length);
  return { count: files.length, kB: sizes.reduce((all, size) => all + size, 0) / 1000 };
}
