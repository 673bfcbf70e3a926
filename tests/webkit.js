/*
 * The main job in WebKit (WebKitGTK, which has Safari's engine), by plain WebDriver in a window of
 * its own. Run by `node --test`, after a build.
 */
// @ts-check
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as rest } from 'node:timers/promises';
import { serve } from './server.js';
import { findBrowser } from './systemBrowsers.js';

/** The name under which WebDriver hands out an element. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
const ENTER = '\uE007';
const PASSPHRASE = 'five green bottles';
/** How long anything is waited for, in milliseconds. Nothing here measures time. */
const PATIENCE = 60_000;

/** @type {string} */
let home;
/** @type {import('./server.js').Site} */
let site;
/** @type {import('node:child_process').ChildProcess[]} */
const started = [];
/** Where the session is spoken to. */
let driver = '';

/**
 * @param {string} method
 * @param {string} path of the session
 * @param {object} [body]
 */
async function call(method, path, body) {
  const options = body && { body: JSON.stringify(body) };
  const answer = await fetch(driver + path, { method, ...options });
  const { value } = await answer.json();
  if (value?.error) throw new Error(`${path}: ${value.error}: ${value.message}`);
  return value;
}

/**
 * Tries until it gives something other than nothing, or fails no more.
 *
 * @template T
 * @param {string} what
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
async function until(what, work) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    try {
      const result = await work();
      if (result) return result;
      if (Date.now() > end) throw new Error(`It never came to this: ${what}`);
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    await rest(50);
  }
}

/** @param {string} body of an async function that runs in the page */
async function run(body) {
  const script = `const tell = arguments[0];
    (async () => { ${body} })().then((is) => tell({ is }), (error) => tell({ error: String(error) }));`;
  const { is, error } = await call('POST', '/execute/async', { script, args: [] });
  if (error) throw new Error(error);
  return is;
}

/** @param {string} name what a button, a link or a field is called, whole */
const named = (name) =>
  `//*[self::button or self::a or self::label or self::input or self::textarea or self::summary]` +
  `[normalize-space(.)="${name}" or @aria-label="${name}"]`;

/**
 * Does something to an element as soon as it is there and in view.
 *
 * @param {string} xpath
 * @param {string} deed
 * @param {object} [body]
 */
function act(xpath, deed, body = {}) {
  return until(`${deed} ${xpath}`, async () => {
    const found = await call('POST', '/element', { using: 'xpath', value: xpath });
    await call('POST', `/element/${found[ELEMENT]}/${deed}`, body);
    return true;
  });
}

/** @param {string} name */
const press = (name) => act(named(name), 'click');

/** @param {string} label @param {string} text */
const fill = (label, text) =>
  act(
    `//*[@id = //label[contains(., "${label}")]/@for] | //label[contains(., "${label}")]//*[self::input or self::textarea]`,
    'value',
    { text }
  );

/** @param {string} selector @param {RegExp} pattern */
const says = (selector, pattern) =>
  until(`${selector} says ${pattern}`, async () =>
    pattern.test(await run(`return document.querySelector(${JSON.stringify(selector)}).innerText`))
  );

/** @param {number} number */
const balanceIs = (number) => says('[data-testid=balance]', new RegExp(`^\\s*${number}\\s*$`));

/** Goes somewhere. Locked, nothing more than a passphrase is to be waited for. @param {string} path */
const visit = (path) => call('POST', '/url', { url: site.origin + path });

const ready = () => until('ready', () => run(`return 'ready' in document.documentElement.dataset`));

/** Goes somewhere, and waits for the app. @param {string} path */
async function go(path) {
  await visit(path);
  await ready();
}

const reload = () => call('POST', '/refresh', {});

/** @returns {Promise<number>} a port that nobody listens on */
function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' ? address?.port : 0;
      server.close(() => resolve(port ?? 0));
    });
  });
}

before(async () => {
  home = await mkdtemp(join(tmpdir(), 'toward-webkit-'));
  const folder = join(home, 'site');
  await cp('build', folder, { recursive: true });
  site = await serve(folder);

  // Xvfb takes a display that is free, and writes its number down.
  const screen = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1000x1000x24']);
  started.push(screen);
  const display = await new Promise((resolve) => {
    screen.stdout.once('data', (/** @type {Buffer} */ number) =>
      resolve(`:${String(number).trim()}`)
    );
  });
  const port = await freePort();
  const env = {
    ...process.env,
    DISPLAY: display,
    HOME: home,
    XDG_CONFIG_HOME: home,
    XDG_DATA_HOME: home,
    XDG_CACHE_HOME: home,
    XDG_RUNTIME_DIR: home,
    TZ: 'Europe/Berlin',
    LC_ALL: 'en_GB.UTF-8',
    LIBGL_ALWAYS_SOFTWARE: '1',
    WEBKIT_DISABLE_DMABUF_RENDERER: '1',
    // Its sandbox starts neither in a container nor for root.
    WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1'
  };
  started.push(spawn('WebKitWebDriver', [`--port=${port}`], { env, stdio: 'ignore' }));
  driver = `http://127.0.0.1:${port}`;
  await until('WebDriver', () => call('GET', '/status'));
  const options = { binary: findBrowser('webkit'), args: ['--automation'] };
  const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': options } };
  const { sessionId } = await call('POST', '/session', { capabilities });
  driver += `/session/${sessionId}`;
  await call('POST', '/timeouts', { script: PATIENCE, pageLoad: PATIENCE });
  await call('POST', '/window/rect', { x: 0, y: 0, width: 390, height: 844 });
});

after(async () => {
  await call('DELETE', '').catch(() => undefined);
  for (const child of started.reverse()) child.kill();
  await site.stop();
  await rm(home, { recursive: true, force: true, maxRetries: 5 });
});

test('a tap is logged, taken back, put back, and there after a reload', async () => {
  await go('/');
  assert.equal(await run('return typeof Temporal.Now.instant'), 'function');
  // Pages come and go fast below. Amid that, WebKit now and then never ends an installation.
  await run('await navigator.serviceWorker.ready');
  await press('Skip');
  await press('I turned toward');
  await balanceIs(1);
  await press('Undo');
  await balanceIs(0);
  await press('Redo');
  await balanceIs(1);
  await reload();
  await balanceIs(1);
});

test('leaving by a full load right after a tap loses nothing, and the next page works', async () => {
  const tap = `[...document.querySelectorAll('button')].find((one) => one.innerText.trim() === 'They turned toward').click();`;
  for (const number of [2, 3, 4]) {
    await run(`${tap} location.assign('/balance/');`);
    await until('the next page', () =>
      run(`return location.pathname === '/balance/' && 'ready' in document.documentElement.dataset`)
    );
    await go('/');
    await balanceIs(number);
  }
});

test('the weeks are drawn, and their days come from the calendar', async () => {
  await go('/balance/');
  await says('table', /\+4/);
  await until('a chart with colour', () =>
    run(`const canvas = document.querySelector('canvas');
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
      return data.some((level) => level > 0);`)
  );
});

test('half-written words outlive a reload', async () => {
  await go('/practice/gently/');
  await act('(//textarea)[1]', 'value', { text: 'You never call.' });
  await until('the draft on disk', () =>
    run(`return new Promise((resolve, reject) => {
      const opening = indexedDB.open('toward');
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const reading = opening.result.transaction('drafts').objectStore('drafts').getAll();
        reading.onsuccess = () => {
          opening.result.close();
          resolve(JSON.stringify(reading.result).includes('You never call.'));
        };
      };
    })`)
  );
  await reload();
  await until('the words', () =>
    run(`return document.querySelector('textarea')?.value === 'You never call.'`)
  );
});

test('the lock goes on, and the passphrase opens it', async () => {
  await go('/settings/lock/');
  await press('Set up a lock');
  await fill('New passphrase', PASSPHRASE);
  await fill('Passphrase again', PASSPHRASE);
  await press('Continue');
  await press('I’ve stored my code somewhere safe');
  await press('Turn the lock on');
  await says('#lock', /What you log and write is encrypted/);
  await visit('/');
  await fill('Passphrase', PASSPHRASE + ENTER);
  await balanceIs(4);
});

test('an update waits to be let in', async () => {
  const packed = join(site.folder, 'shell.json');
  const shell = JSON.parse(await readFile(packed, 'utf8'));
  await writeFile(packed, JSON.stringify({ ...shell, version: 'next' }));
  const worker = join(site.folder, 'service-worker.js');
  await writeFile(worker, (await readFile(worker, 'utf8')).replaceAll(shell.version, 'next'));
  await run('await (await navigator.serviceWorker.getRegistration()).update()');
  await says('main', /A new version of Toward is ready/);
  await press('Update now');
  await fill('Passphrase', PASSPHRASE + ENTER);
  await balanceIs(4);
  assert.ok((await run('return caches.keys()')).includes('toward-shell-next'));
});

test('with the host gone it opens, unlocks and logs', async () => {
  await site.stop();
  await reload();
  await fill('Passphrase', PASSPHRASE + ENTER);
  await balanceIs(4);
  await press('I turned toward');
  await balanceIs(5);
});

test('Quick exit leaves at once', async () => {
  await press('Quick exit');
  await until('away', async () => /\/measures\/$/.test(await call('GET', '/url')));
});
