import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FLOOR } from '../../browserFloor.js';
import { missingFrom } from '../floor.js';
import { balance, expect, test } from './test.ts';

/*
 * The oldest browsers that README.md names: what the built scripts use and some of them lack is listed
 * here, and the app goes without it.
 */

/** Missing from some of them. Each use looks for it first, and a page of the app is tried without all of these. */
const OFFERED = [
  // The tap is felt, the screen stays on, the icon is marked, the browser is spared: or not.
  'api.Navigator.vibrate',
  'api.Navigator.wakeLock',
  'api.WakeLockSentinel.released',
  'api.Navigator.setAppBadge',
  'api.Navigator.clearAppBadge',
  'api.Navigator.connection',
  'api.NetworkInformation.saveData',
  'api.ServiceWorkerRegistration.periodicSync',
  // Copying and saving are offered instead.
  'api.Navigator.share',
  'api.Navigator.canShare',
  // Settings says that there's no second copy, that a file can't be kept up, that nothing is known of the room.
  'api.FileSystemFileHandle.createWritable',
  'api.FileSystemHandle.queryPermission',
  'api.StorageManager.estimate',
  // The last screen after erasing opens the database to see whether it's there.
  'api.IDBFactory.databases',
  // Whether a page of the app lies behind. Else any page counts.
  'api.Navigation.canGoBack',
  // Tells browsers apart.
  'api.Navigator.userAgentData',
  // Loaded where it's missing.
  'javascript.builtins.Temporal',
  // Characters are told apart more roughly; weeks begin on Monday.
  'javascript.builtins.Intl.Segmenter',
  'javascript.builtins.Intl.Segments.containing',
  'javascript.builtins.Intl.Locale.getTextInfo',
  'javascript.builtins.Intl.Locale.getWeekInfo',
  'javascript.builtins.Intl.DurationFormat',
  // Libraries have code of their own in their place.
  'javascript.builtins.Uint8Array.fromBase64',
  'javascript.builtins.Uint8Array.fromHex',
  'javascript.builtins.Uint8Array.toBase64',
  'api.Window.setImmediate',
  'api.Scheduler.yield'
];

/** Whoever lacks trusted types demands none; the rest are other things of the same name. */
const FINE = [
  'api.trustedTypes',
  'api.TrustedTypePolicyFactory.createPolicy',
  // Chart.js: its options, and the touch of a phone.
  'api.CompositionEvent.locale',
  'api.XRCompositionLayer.layout',
  'api.XRVisibilityMaskChangeEvent.indices',
  'api.TouchEvent.touches',
  // What the browser says of its room.
  'api.GPUBuffer.usage',
  // Kit's own.
  'api.PresentationRequest.reconnect'
];

test.use({ hasWorker: false });

test('the built scripts use what the oldest browsers have, or go without', () => {
  const used = missingFrom(builtScripts());
  const isBelow = (path: string, known: string) => path === known || path.startsWith(`${known}.`);
  const holds = (paths: readonly string[], known: string) =>
    paths.some((path) => isBelow(path, known));
  const all = [...OFFERED, ...FINE];
  expect(used.filter((paths) => !all.some((known) => holds(paths, known)))).toEqual([]);
  expect(all.filter((known) => !used.some((paths) => holds(paths, known)))).toEqual([]);
});

for (const [script, paths] of [
  ['Map.groupBy([], String)', ['javascript.builtins.Map.groupBy']],
  ['navigator.login', ['api.Navigator.login']],
  ['window.CloseWatcher', ['api.CloseWatcher']],
  ['(one) => one.checkVisibility()', ['api.Element.checkVisibility']],
  ['({ togglePopover }) => togglePopover', ['api.HTMLElement.togglePopover']],
  ['new AbortController().signal', undefined],
  ['[].toSorted()', undefined],
  ['({ groupBy: 1 }).groupBy', undefined]
] as const) {
  test(`the check of that knows ${script}`, () => {
    expect(missingFrom([script])).toEqual(paths ? [paths] : []);
  });
}

test('the check of that knows newer syntax', () => {
  expect(() => missingFrom(['/[a--b]/v'])).toThrow(SyntaxError);
});

test('the README names the oldest browsers', () => {
  const named = `from Chrome ${FLOOR.chrome}, Firefox ${FLOOR.firefox} and Safari ${FLOOR.safari} on`;
  expect(readFileSync('README.md', 'utf8')).toContain(named);
});

test('without any of it, pages open, a tap is logged, and each says what it can’t do', async ({
  page
}) => {
  await page.addInitScript(takeAway, OFFERED);
  await page.goto('/');
  await page.getByRole('button', { name: 'I turned toward' }).click();
  await expect(balance(page)).toHaveText('1');
  for (const path of ['/balance/', '/history/', '/moments/', '/practice/pause/', '/reminders/']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  }
  await page.goto('/settings/backup/');
  await expect(page.getByText(/so there’s no second copy/)).toBeVisible();
  await page.goto('/settings/storage/');
  await expect(page.getByText('The browser doesn’t say how much room is used.')).toBeVisible();
  await page.goto('/settings/delete/');
  await page.getByRole('button', { name: 'Delete everything…' }).click();
  await page.getByLabel('I want to delete everything Toward saved on this device').check();
  await page.getByRole('button', { name: 'Delete everything', exact: true }).click();
  await expect(page.getByRole('definition')).toHaveText(Array(5).fill('Nothing left'));
});

/** In the page: removes features, each named by its path in the data. */
function takeAway(paths: readonly string[]): void {
  for (const path of paths) {
    const names = path.replace(/^(api|javascript\.builtins)\./, '').split('.');
    const last = names.pop() ?? '';
    const owner = names.reduce(
      (thing, name) => Reflect.get(Object(thing), name),
      globalThis as unknown
    );
    for (const holder of [Object(owner), Object(owner).prototype]) {
      if (holder) Reflect.deleteProperty(holder, last);
    }
  }
}

/** All scripts of the build, those within its pages too, each once. */
function builtScripts(): string[] {
  const scripts = readdirSync('build', { recursive: true, encoding: 'utf8' }).flatMap((name) => {
    if (!/\.(html|js)$/.test(name)) return [];
    const text = readFileSync(join('build', name), 'utf8');
    return name.endsWith('.js')
      ? [text]
      : [...text.matchAll(/<script>([^]*?)<\/script>/g)].map(([, code = '']) => code);
  });
  return [...new Set(scripts)];
}
