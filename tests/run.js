// `npm test`: everything, in the order in which a failure is cheapest to find.
// @ts-check
import { spawn } from 'node:child_process';
import { ensureBoth } from './chromium.js';
import { ensurePostgres } from './postgres.js';
import { ensureBrowser } from './systemBrowsers.js';
import { ensurePackages, hasProgram } from './systemPackages.js';

/**
 * The lanes of a row need a core each and not each other's results: they run side by side, each in its
 * order. The build makes a module of each message, which the component tests would load one by one: it
 * comes later.
 */
const ROWS = [
  [['messages']],
  [['check', 'lint', 'format'], ['test:unit']],
  [['test:component'], ['build:pseudo']],
  [['build']],
  [['test:e2e']],
  [['test:firefox'], ['test:webkit']]
];

/**
 * Resolves with its exit code. Of several at a time each says what it has to say when it is done.
 *
 * @param {string} step
 * @param {boolean} isAlone
 * @returns {Promise<number>}
 */
function run(step, isAlone) {
  const child = spawn('npm', ['run', '--silent', step], {
    stdio: isAlone ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32'
  });
  /** @type {Buffer[]} */
  const said = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (/** @type {Buffer} */ part) => said.push(part));
  }
  return new Promise((resolve) => {
    child.on('close', (code) => {
      if (!isAlone) console.log(`\n── ${step}\n${Buffer.concat(said)}`);
      resolve(code ?? 1);
    });
  });
}

/**
 * Resolves with the step that failed, if one did.
 *
 * @param {string[]} lane
 * @param {boolean} isAlone
 */
async function runLane(lane, isAlone) {
  for (const step of lane) {
    if ((await run(step, isAlone)) !== 0) return step;
  }
  return undefined;
}

ensureBoth();
ensurePackages('age', 'age python3', () => hasProgram('age') && hasProgram('python3'));
ensurePostgres();
// One after the other: apt serves one at a time.
ensureBrowser('firefox');
ensureBrowser('webkit');
for (const row of ROWS) {
  const steps = row.flat();
  if (steps.length === 1) console.log(`\n── ${steps[0]}`);
  const ends = await Promise.all(row.map((lane) => runLane(lane, steps.length === 1)));
  const failed = ends.find((step) => step !== undefined);
  if (!failed) continue;
  console.error(`\n── ${failed} failed`);
  process.exit(1);
}
