// (a) to (d) with the lock on, beside off: the same measurements in two profiles that differ in
// nothing else.
// @ts-check
import { open, SIZE as TEN_YEARS, TIMES as OPENINGS } from './b.js';
import { backup, importFile, TIMES as IMPORTS } from './d.js';
import { median, newPage, seed, sideBySide } from './harness.js';
import { openPad, tap } from './tapping.js';

/**
 * @typedef {import('./harness.js').Bench} Bench
 * @typedef {import('./harness.js').Row} Row
 * @typedef {import('./harness.js').Page} Page
 */

/** @type {Readonly<Record<string, (bench: Bench) => Promise<Row[]>>>} */
export const locked = {
  a: (bench) => tapping(bench, 'a tap', { days: 365, perDay: 2, before: 20, times: 120 }),
  b: opening,
  c: (bench) => tapping(bench, 'c 100th tap', { days: 5000, perDay: 20, before: 99, times: 41 }),
  d: importing
};

/**
 * @param {Bench} bench
 * @param {string} what
 * @param {{ days: number; perDay: number; before: number; times: number }} size the taps before
 * those that count, and how many count
 */
async function tapping(bench, what, { before, times, ...size }) {
  const { on, off } = await both(bench, size);
  await openPad(on);
  await openPad(off);
  const all = await sideBySide(
    before + times,
    (round) => tap(on, round),
    (round) => tap(off, round)
  );
  await close(on, off);
  const counted = { ours: all.ours.slice(before), theirs: all.theirs.slice(before) };
  return [
    row(`${what} → committed`, counted, ({ committed }) => committed),
    row(`${what} → the line says so`, counted, ({ said }) => said)
  ];
}

/** @param {Bench} bench */
async function opening(bench) {
  const { on, off } = await both(bench, TEN_YEARS);
  const all = await sideBySide(
    OPENINGS,
    () => open(on),
    () => open(off)
  );
  await close(on, off);
  return [row('b navigation → chart', all, ({ drawn }) => drawn)];
}

/** @param {Bench} bench */
async function importing(bench) {
  const file = await backup(bench);
  const all = await sideBySide(
    IMPORTS,
    async () => importFile(await lockedPage(await newPage(bench)), file),
    async () => importFile(await newPage(bench), file)
  );
  return [
    row('d import', all, (time) => time.all),
    row('d of it, writing', all, (time) => time.writing)
  ];
}

/**
 * Two pages with as many days in their databases: one sealed, one not.
 *
 * @param {Bench} bench
 * @param {{ days: number; perDay: number }} size
 */
async function both(bench, size) {
  const [keeper, off] = [await newPage(bench), await newPage(bench)];
  for (const page of [keeper, off]) await seed(page, size);
  return { on: await lockedPage(keeper), off };
}

/**
 * Turns the lock on by the app's own code, in a page that shows nothing. That page stays open, and
 * hands the key to the one that this resolves with, each time it is opened.
 *
 * @param {Page} keeper
 */
async function lockedPage(keeper) {
  await keeper.goto('/_app/version.json');
  await keeper.evaluate(async () => {
    await import(`${location.origin}/own.js`);
    await window.own.turnOn();
  });
  // The one that is measured is opened last, and so in front: what is behind may be drawn seldom.
  return keeper.context().newPage();
}

/** @param {Page[]} pages */
async function close(...pages) {
  for (const page of pages) await page.context().close();
}

/**
 * @template Time
 * @param {string} what
 * @param {{ ours: Time[]; theirs: Time[] }} all
 * @param {(time: Time) => number} pick
 * @returns {Row}
 */
function row(what, { ours, theirs }, pick) {
  return {
    what: `${what}, lock on / off`,
    ours: median(ours.map(pick)),
    theirs: median(theirs.map(pick)),
    unit: 'ms'
  };
}
