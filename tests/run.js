// `npm test`: everything, in the order in which a failure is cheapest to find.
// @ts-check
import { spawn } from 'node:child_process';
import { ensureBoth } from './chromium.js';
import { ensurePostgres } from './postgres.js';
import { ensurePackages, hasProgram } from './systemPackages.js';

/**
 * Those in one row need a core each and not each other's results: they run side by side. The build
 * makes a module of each message, which the component tests would load one by one: it comes later.
 */
const STEPS = [
  ['messages'],
  ['check', 'lint'],
  ['format', 'test:unit'],
  ['test:component'],
  ['build', 'build:pseudo'],
  ['test:e2e'],
  ['test:firefox', 'test:webkit']
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

ensureBoth();
ensurePackages('age', 'age python3', () => hasProgram('age') && hasProgram('python3'));
ensurePostgres();
for (const row of STEPS) {
  if (row.length === 1) console.log(`\n── ${row[0]}`);
  const codes = await Promise.all(row.map((step) => run(step, row.length === 1)));
  const at = codes.findIndex((code) => code !== 0);
  if (at < 0) continue;
  console.error(`\n── ${row[at]} failed`);
  process.exit(codes[at]);
}
