// The one place that knows where a browser for the tests comes from.
// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright';

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'
];

/** A browser that asks nothing of the network, and starts for root too. `plain.test` is this machine, without HTTPS. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--host-resolver-rules=MAP plain.test 127.0.0.1',
  '--lang=en-GB',
  '--accept-lang=en-GB'
];

/** The zone in which the browsers of the tests live. */
const ZONE = 'Europe/Berlin';

/** Ways to install, each tried in turn. Playwright's own need no rights where its download works. */
const INSTALLS = [
  'npx playwright install',
  'npx playwright install --with-deps',
  'apt-get update && apt-get install -y --no-install-recommends',
  'sudo -n apt-get update && sudo -n apt-get install -y --no-install-recommends'
];

/** By the names that both Playwright and Debian give them. */
const PROGRAMS = { chromium: findChromium, 'chromium-headless-shell': findShell };

/**
 * The path of a Chromium: the one named in CHROMIUM_PATH, else Playwright's own, else the system's.
 * An empty string where there is none.
 */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) return named;
  return [chromium.executablePath(), ...SYSTEM].find((path) => existsSync(path)) ?? '';
}

/**
 * The path of Chromium's headless shell: the one named in HEADLESS_SHELL_PATH, else Playwright's own,
 * else the system's. It's the same engine without what surrounds the page, and opens one with half
 * the work. An empty string where there is none.
 */
function findShell() {
  const named = process.env.HEADLESS_SHELL_PATH;
  if (named) return named;
  return [shellOfPlaywright(), '/usr/bin/chromium-headless-shell'].find(existsSync) ?? '';
}

/** It lies beside Playwright's Chromium, which alone tells where it is. */
function shellOfPlaywright() {
  return chromium
    .executablePath()
    .replace(
      /chromium-(\d+)([\\/])chrome-([\w-]+)[\\/].*?(\.exe)?$/,
      'chromium_headless_shell-$1$2chrome-headless-shell-$3$2chrome-headless-shell$4'
    );
}

/**
 * How the tests start a browser. All of it lives in one zone and one language, whatever the machine
 * does: what a page emulates does not reach a service worker that runs without a page. What needs more
 * than pages (notifications, installing, files of a profile) asks for the whole browser.
 *
 * @param {{ zone?: string, isWhole?: boolean }} [of]
 */
export function launchOptions({ zone = ZONE, isWhole = false } = {}) {
  return {
    executablePath: (!isWhole && findShell()) || findChromium(),
    args: CHROMIUM_ARGS,
    env: { ...process.env, TZ: zone, LC_ALL: 'en_GB.UTF-8', LANGUAGE: 'en_GB' }
  };
}

/**
 * A zone in which it is past twelve at noon now. What goes by the worker's clock, which no test can
 * set, runs there: midnight is far, and it is nobody's evening.
 */
export function zoneOfNoon() {
  const ahead = 12 - new Date().getUTCHours();
  // The names of these zones count the hours behind, not ahead.
  return `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}

/** As {@link findChromium}, but installs one where there is none, and ends the process where it can't. */
export function ensureChromium() {
  install('chromium');
  const path = findChromium();
  if (starts(path)) return path;
  console.error(
    'No Chromium that starts was found. Install one (for example `apt-get install chromium`), or name it: CHROMIUM_PATH=/path/to/chromium npm test'
  );
  process.exit(1);
}

/**
 * As {@link ensureChromium}, and with the headless shell. Both are named to the processes that this
 * one starts; where the shell can't be had, the whole browser takes its place.
 */
export function ensureBoth() {
  install('chromium', 'chromium-headless-shell');
  const path = ensureChromium();
  const hasShell = starts(findShell());
  if (!hasShell) console.log("Chromium's headless shell can't be had here: the tests take longer.");
  process.env.CHROMIUM_PATH = path;
  process.env.HEADLESS_SHELL_PATH = hasShell ? findShell() : path;
}

/** @param {(keyof typeof PROGRAMS)[]} names */
function install(...names) {
  for (const command of INSTALLS) {
    const missing = names.filter((name) => !starts(PROGRAMS[name]())).join(' ');
    if (!missing) return;
    console.log(`Not found: ${missing}. ${command} ${missing}`);
    spawnSync(`${command} ${missing}`, { shell: true, stdio: 'ignore', timeout: 300_000 });
  }
}

/** @param {string} path */
function starts(path) {
  return path !== '' && spawnSync(path, ['--version'], { stdio: 'ignore' }).status === 0;
}
