// `npm run browsers`: the main job in Firefox and WebKit, after a build. Both are had from the
// system's packages; where one can't be had the run says so.
// @ts-check
import { spawnSync } from 'node:child_process';
import { ensureBrowser } from './systemBrowsers.js';

const RUNS = /** @type {const} */ ({
  firefox: 'npx playwright test -c playwright.firefox.config.ts',
  webkit: 'node --test --test-reporter spec tests/webkit.js'
});

for (const name of /** @type {const} */ (['firefox', 'webkit'])) {
  if (!ensureBrowser(name)) continue;
  const { status } = spawnSync(RUNS[name], { shell: true, stdio: 'inherit' });
  process.exitCode ||= status ?? 1;
}
