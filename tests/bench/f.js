// (f) A start and a press on a CPU four times slower, against the hello-world with one bare write.
// @ts-check
import { median, newPage, rest, sideBySide } from './harness.js';

/** @typedef {import('./harness.js').Bench} Bench */

/**
 * @typedef {object} App
 * @property {import('./harness.js').Site} site
 * @property {string} path
 * @property {string} button what a tap presses
 * @property {string} early what is there as soon as a tap on it is not lost
 */

const TIMES = 5;
const PRESSES = 5;
const SLOWER = 4;

/** How long no request may come before a first visit is over, in milliseconds. */
const QUIET = 2500;

/** @param {Bench} bench @returns {Promise<import('./harness.js').Row[]>} */
export async function measure(bench) {
  const pad = '[data-tap]';
  const ours = { site: bench.site, path: '/', button: pad, early: pad };
  const theirs = { site: bench.hello, path: '/write', button: 'button', early: '[data-ready]' };
  const taps = await inTurn(coldTap);
  const visits = await inTurn(firstVisit);
  return [
    { what: 'f start → first paint', ...mid(visits, 'painted'), unit: 'ms', aim: 1.5 },
    { what: 'f start → a tap committed', ...mid(taps, 'committed'), unit: 'ms', aim: 1.3 },
    { what: 'f press → first change', ...mid(visits, 'changed'), unit: 'ms', aim: 1.5 },
    { what: 'f requests of the first visit', ...mid(visits, 'requests'), unit: '', most: 60 }
  ];

  /** @template T @param {(bench: Bench, app: App) => Promise<T>} of */
  function inTurn(of) {
    return sideBySide(
      TIMES,
      () => of(bench, ours),
      () => of(bench, theirs)
    );
  }
}

/**
 * @template {string} Name
 * @param {{ ours: Record<Name, number>[]; theirs: Record<Name, number>[] }} all
 * @param {Name} name
 */
function mid({ ours, theirs }, name) {
  const of = (/** @type {Record<Name, number>[]} */ side) => median(side.map((one) => one[name]));
  return { ours: of(ours), theirs: of(theirs) };
}

/**
 * The milliseconds from the start of the navigation until a tap was on disk.
 *
 * @param {Bench} bench
 * @param {App} app
 */
async function coldTap(bench, { site, path, early }) {
  const page = await slowPage(bench);
  await page.addInitScript((button) => {
    new MutationObserver((_, observer) => {
      const found = document.querySelector(button);
      if (!(found instanceof HTMLElement)) return;
      observer.disconnect();
      setTimeout(() => found.click());
    }).observe(document, { subtree: true, childList: true, attributes: true });
  }, early);
  await page.goto(site.origin + path);
  await page.waitForFunction(() => window.bench.committed.length > 0);
  const [committed = NaN] = await page.evaluate(() => window.bench.committed);
  await page.context().close();
  await rest(200);
  return { committed };
}

/**
 * A visit without a tap until all is still, then some presses. The milliseconds from the start of
 * the navigation until something was painted, and from a press until a frame has shown a change.
 *
 * @param {Bench} bench
 * @param {App} app
 */
async function firstVisit(bench, { site, path, button }) {
  const before = site.asked.length;
  const page = await slowPage(bench);
  await page.goto(site.origin + path);
  for (let known = -1; known < site.asked.length; await rest(QUIET)) known = site.asked.length;
  const requests = site.asked.length - before;
  const painted = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN
  );
  await page.evaluate(() => window.bench.watchChanges());
  const box = await page.locator(button).first().boundingBox();
  if (!box) throw new Error('There is no button to press.');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  const changes = [];
  for (let press = 0; press < PRESSES; press++) {
    await rest(500);
    await page.mouse.down();
    await page.mouse.up();
    await rest(500);
    const { pressed, changed } = await page.evaluate(() => window.bench);
    if (changed <= pressed) throw new Error('A press changed nothing.');
    changes.push(changed - pressed);
  }
  await page.context().close();
  return { requests, painted, changed: median(changes) };
}

/** A page of someone who has put the cards of the first start away. @param {Bench} bench */
async function slowPage(bench) {
  const localStorage = [{ name: 'toward.preferences', value: '{"welcomed":true}' }];
  const storageState = { cookies: [], origins: [{ origin: bench.site.origin, localStorage }] };
  const page = await newPage(bench, { serviceWorkers: 'allow', storageState });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  return page;
}
