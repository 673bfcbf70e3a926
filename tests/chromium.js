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

/** Ways to get one, each tried in turn. Playwright's own need no rights where its download works. */
const INSTALLS = [
  'npx playwright install chromium',
  'npx playwright install --with-deps chromium',
  'apt-get update && apt-get install -y --no-install-recommends chromium',
  'sudo -n apt-get update && sudo -n apt-get install -y --no-install-recommends chromium'
];

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
 * How the tests start a browser. All of it lives in one zone and one language, whatever the machine
 * does: what a page emulates does not reach a service worker that runs without a page.
 */
export function launchOptions(zone = ZONE) {
  return {
    executablePath: findChromium(),
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
  for (const command of ['', ...INSTALLS]) {
    if (command) {
      console.log(`No Chromium found: ${command}`);
      spawnSync(command, { shell: true, stdio: 'ignore', timeout: 300_000 });
    }
    const path = findChromium();
    if (path && starts(path)) return path;
  }
  console.error(
    'No Chromium that starts was found. Install one (for example `apt-get install chromium`), or name it: CHROMIUM_PATH=/path/to/chromium npm test'
  );
  process.exit(1);
}

/** @param {string} path */
function starts(path) {
  return spawnSync(path, ['--version'], { stdio: 'ignore' }).status === 0;
}
