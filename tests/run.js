// `npm test`: everything, in the order in which a failure is cheapest to find.
// @ts-check
import { spawnSync } from 'node:child_process';
import { ensureChromium } from './chromium.js';

const STEPS = [
  'messages',
  'check',
  'lint',
  'format',
  'test:unit',
  'test:component',
  'build',
  'test:e2e'
];

process.env.CHROMIUM_PATH = ensureChromium();
for (const step of STEPS) {
  console.log(`\n── ${step}`);
  const { status } = spawnSync('npm', ['run', '--silent', step], {
    stdio: 'inherit',
    shell: process.platform === 'win32'
  });
  if (status !== 0) {
    console.error(`\n── ${step} failed`);
    process.exit(status ?? 1);
  }
}
