// `npm run faults`: the tests that kill the browser, many more times than the usual run does, on both
// of Chromium's back ends, all ways to damage its files, every form and setting left at every delay,
// the traces of every field, clocks that are wrong, two editors, the relay killed amid its rings on both of its databases, and devices that exchange backups at random.
// `npm run faults -- 5` kills five times each.
// @ts-check
import { spawnSync } from 'node:child_process';

const [, , rounds = '20'] = process.argv;
const codes = [
  ['vitest', 'run', '--project', 'unit', 'exchange', 'relay/process'],
  ['vitest', 'run', '--project', 'component', 'twoEditors'],
  ['playwright', 'test', 'kill', 'damage', 'leaving', 'clock', 'fieldTraces', '--workers=1']
].map((words) => {
  const { status } = spawnSync('npx', words, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, FAULT_ROUNDS: rounds }
  });
  return status ?? 1;
});
process.exit(Math.max(...codes));
