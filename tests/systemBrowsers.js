// The one place that knows where Firefox and WebKit for the tests come from: the system's packages.
// @ts-check
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensurePackages } from './systemPackages.js';

/** @returns {string[]} */
function miniBrowsers() {
  const libraries = existsSync('/usr/lib') ? readdirSync('/usr/lib') : [];
  return libraries.flatMap((folder) =>
    ['webkit2gtk-4.1', 'webkit2gtk-4.0'].map((name) =>
      join('/usr/lib', folder, name, 'MiniBrowser')
    )
  );
}

const BROWSERS = {
  firefox: {
    title: 'Firefox',
    packages: 'firefox-esr',
    named: 'FIREFOX_PATH',
    needed: [],
    paths: () => [
      '/usr/bin/firefox-esr',
      '/usr/bin/firefox',
      '/Applications/Firefox.app/Contents/MacOS/firefox'
    ]
  },
  webkit: {
    title: 'WebKit',
    packages: 'webkit2gtk-driver xvfb',
    named: 'MINIBROWSER_PATH',
    needed: ['/usr/bin/WebKitWebDriver', '/usr/bin/Xvfb'],
    paths: miniBrowsers
  }
};

/** @typedef {keyof typeof BROWSERS} Name */

/**
 * The path of a browser: the one that is named in the environment, else the system's. An empty string
 * where there is none, or where what drives it is missing.
 *
 * @param {Name} name
 */
export function findBrowser(name) {
  const { named, needed, paths } = BROWSERS[name];
  if (!needed.every((path) => existsSync(path))) return '';
  return process.env[named] ?? paths().find((path) => existsSync(path)) ?? '';
}

/**
 * Installs a browser where there is none and apt may. Says so in a line where it can't be had; where
 * CI is set that ends the process.
 *
 * @param {Name} name
 * @returns {boolean} whether it is there
 */
export function ensureBrowser(name) {
  const { title, packages } = BROWSERS[name];
  if (ensurePackages(title, packages, () => findBrowser(name) !== '')) return true;
  console.log(`${title} can't be had here: its tests are left out.`);
  if (process.env.CI) process.exit(1);
  return false;
}
