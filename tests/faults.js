// `npm run faults`: the tests that kill the browser, many more times than the usual run does, on both
// of Chromium's back ends, and all ways to damage its files. `npm run faults -- 5` kills five times each.
// @ts-check
import { spawnSync } from 'node:child_process';

const [, , rounds = '20'] = process.argv;
const { status } = spawnSync('npx', ['playwright', 'test', 'kill', 'damage', '--workers=1'], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: { ...process.env, FAULT_ROUNDS: rounds }
});
process.exit(status ?? 1);
