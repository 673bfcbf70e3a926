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

/** A browser that asks nothing of the network, and starts for root too. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run'
];

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
