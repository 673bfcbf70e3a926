import { defineConfig } from '@playwright/test';
import base from './playwright.config.ts';
import { launchOptions } from './tests/chromium.js';
import { findBrowser } from './tests/systemBrowsers.js';

/** The main job in Firefox: the tests that are tagged so. */
export default defineConfig({
  ...base,
  outputDir: 'tests/.results/firefox',
  grep: /@everywhere/,
  // Beside it runs WebKit.
  workers: 1,
  use: {
    ...base.use,
    browserName: 'firefox',
    channel: 'moz-firefox',
    launchOptions: {
      executablePath: findBrowser('firefox'),
      env: launchOptions().env,
      timeout: 120_000,
      firefoxUserPrefs: { 'ui.useOverlayScrollbars': 1, 'ui.prefersReducedMotion': 1 }
    }
  }
});
