// (c) The hundredth tap and the forty after it, in a log of 100,000 entries against one of 100.
// @ts-check
import { median, newPage, seed, sideBySide } from './harness.js';
import { openPad, tap } from './tapping.js';

const BEFORE = 99;
const TIMES = 41;

/** @param {import('./harness.js').Bench} bench @returns {Promise<import('./harness.js').Row[]>} */
export async function measure(bench) {
  const [large, small] = [await newPage(bench), await newPage(bench)];
  await seed(large, { days: 5000, perDay: 20 });
  await seed(small, { days: 50, perDay: 2 });
  await openPad(large);
  await openPad(small);
  const all = await sideBySide(
    BEFORE + TIMES,
    (round) => tap(large, round),
    (round) => tap(small, round)
  );
  await large.context().close();
  await small.context().close();
  const row = (/** @type {string} */ what, /** @type {'committed' | 'said'} */ key) => ({
    what,
    ours: median(all.ours.slice(BEFORE).map((times) => times[key])),
    theirs: median(all.theirs.slice(BEFORE).map((times) => times[key])),
    unit: /** @type {const} */ ('ms'),
    aim: 1.2
  });
  return [
    row('c 100th tap → committed, at 100,000 against 100', 'committed'),
    row('c 100th tap → the line says so', 'said')
  ];
}
