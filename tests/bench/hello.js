// A hello-world of the same stack, built beside the results of the tests.
// @ts-check
import { spawnSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const SOURCE = fileURLToPath(new URL('hello', import.meta.url));
// Below the project, so that its node_modules are found.
const FOLDER = fileURLToPath(new URL('../.results/hello', import.meta.url));

/** Builds it and returns the folder to serve. */
export function buildHello() {
  rmSync(FOLDER, { recursive: true, force: true });
  cpSync(SOURCE, FOLDER, { recursive: true });
  const vite = fileURLToPath(new URL('../../node_modules/vite/bin/vite.js', import.meta.url));
  const { status, stderr } = spawnSync(process.execPath, [vite, 'build'], {
    cwd: FOLDER,
    encoding: 'utf8'
  });
  if (status !== 0) throw new Error(`The hello-world was not built.\n${stderr}`);
  return `${FOLDER}/build`;
}
