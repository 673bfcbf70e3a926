// `npm run test:firefox` and `npm run test:webkit`: the main job in another browser, after a build. It
// comes from the system's packages; where it can't be had the run says so.
// @ts-check
import { spawnSync } from 'node:child_process';
import { ensureBrowser } from './systemBrowsers.js';

const RUNS = /** @type {const} */ ({
  firefox: 'npx playwright test -c playwright.firefox.config.ts',
  webkit: 'node --test --test-reporter spec tests/webkit.js'
});

const name = process.argv[2] === 'webkit' ? 'webkit' : 'firefox';
if (ensureBrowser(name)) {
  const { status } = spawnSync(RUNS[name], { shell: true, stdio: 'inherit' });
  process.exitCode = status ?? 1;
}
