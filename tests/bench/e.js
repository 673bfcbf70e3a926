// (e) Gzipped JavaScript of a page against that of the hello-world.
// @ts-check
import { gzipSync } from 'node:zlib';
import { newPage } from './harness.js';

/** @typedef {import('./harness.js').Bench} Bench */

/** @param {Bench} bench @returns {Promise<import('./harness.js').Row[]>} */
export async function measure(bench) {
  const log = await weigh(bench, `${bench.site}/`);
  const balance = await weigh(bench, `${bench.site}/balance/`);
  const hello = await weigh(bench, `${bench.hello}/`);
  const unit = /** @type {const} */ ('kB');
  const early = { ours: log.early, theirs: hello.early, unit };
  return [
    { what: 'e JavaScript of /', ours: log.all, theirs: hello.all, unit, aim: 2.5 },
    { what: 'e JavaScript of /, before the first paint', ...early, aim: 1.6 },
    { what: 'e JavaScript of /balance', ours: balance.all, theirs: hello.all, unit }
  ];
}

/**
 * The kilobytes, each file gzipped by itself, that a first load of a page asks for, and of them
 * those that its HTML names: what is imported statically, before anything runs.
 *
 * @param {Bench} bench
 * @param {string} url
 */
async function weigh(bench, url) {
  const page = await newPage(bench);
  /** @type {Promise<{ url: string; size: number }>[]} */
  const scripts = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(sizeOf(response));
  });
  const html = await (await page.goto(url, { waitUntil: 'networkidle' }))?.text();
  const sizes = await Promise.all(scripts);
  await page.context().close();
  return { all: sum(sizes), early: sum(sizes.filter(({ url }) => html?.includes(fileName(url)))) };
}

/** @param {import('playwright').Response} response */
async function sizeOf(response) {
  return { url: response.url(), size: gzipSync(await response.body(), { level: 9 }).length };
}

/** @param {string} url */
function fileName(url) {
  return url.slice(url.lastIndexOf('/') + 1);
}

/** @param {readonly { size: number }[]} sizes */
function sum(sizes) {
  return sizes.reduce((all, { size }) => all + size, 0) / 1000;
}
