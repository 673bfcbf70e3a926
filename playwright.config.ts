import { defineConfig } from '@playwright/test';
import { launchOptions } from './tests/chromium.js';

export default defineConfig({
  testMatch: '**/*.test.ts',
  testDir: 'tests/e2e',
  outputDir: 'tests/.results',
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  // Room for a slow machine; nothing here measures time.
  timeout: 240_000,
  // What passes at the second try is a race, to be mended.
  retries: 0,
  expect: { timeout: 40_000 },
  reporter: 'list',
  use: {
    browserName: 'chromium',
    viewport: { width: 390, height: 844 },
    // Nothing is waited for that only moves. Tests of what moves ask for it.
    contextOptions: { reducedMotion: 'reduce' },
    locale: 'en-GB',
    launchOptions: launchOptions()
  }
});
