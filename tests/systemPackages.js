// The one place that installs what the tests need of the system.
// @ts-check
import { spawnSync } from 'node:child_process';

/**
 * Installs packages where something is missing and apt may, as root or by sudo.
 *
 * @param {string} title what is missing, as it's told
 * @param {string} packages their names, with blanks between them
 * @param {() => boolean} isThere
 * @returns {boolean} whether it's there now
 */
export function ensurePackages(title, packages, isThere) {
  for (const sudo of ['', 'sudo -n ']) {
    if (isThere()) return true;
    console.log(`No ${title} found: ${sudo}apt-get install ${packages}`);
    const install = `${sudo}apt-get install -y --no-install-recommends ${packages}`;
    const options = { shell: true, stdio: /** @type {const} */ ('ignore'), timeout: 300_000 };
    spawnSync(`${sudo}apt-get update && ${install}`, options);
  }
  return isThere();
}

/** @param {string} name whether a program of this name starts */
export function hasProgram(name) {
  return spawnSync(name, ['--version']).status === 0;
}
