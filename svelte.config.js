import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import adapter from '@sveltejs/adapter-static';
import { RELAY_ORIGIN } from './relayOrigin.js';

const BUILD = 'build';

/** Runs before hydration, so it stands inline in every page (src/hooks.server.ts); the policy names it by its hash. */
const early = readFileSync(new URL('src/early.js', import.meta.url));
const earlyHash = sha256(early);

/** A relay elsewhere (docs/relay.md): the only other host that the page and the worker may reach. */
const RELAY = /** @type {`https://${string}`[]} */ (RELAY_ORIGIN ? [RELAY_ORIGIN] : []);

/** What the worker never serves from its cache. */
const NOT_CACHED = /^(service-worker\.js|shell\.json|_headers|.*version\.json)$/;

/** @param {Buffer} content */
function sha256(content) {
  return createHash('sha256').update(content).digest('base64');
}

/** @type {import('@sveltejs/kit').Config} */
export default {
  compilerOptions: { runes: true },
  kit: {
    adapter: withShell(adapter({ pages: BUILD, assets: BUILD })),
    // The styles of a page stand in it: the first paint waits for no other file.
    inlineStyleThreshold: 20_000,
    // The folder on the host under which the site is served, such as "/toward" on a project page.
    paths: { base: /** @type {'' | `/${string}`} */ (process.env.BASE_PATH ?? '') },
    files: { serviceWorker: 'src/service-worker/index.ts' },
    serviceWorker: {
      register: false,
      // Hosts that know _headers read it and serve it to nobody; others may hide dotted files.
      files: (file) => file !== '_headers' && !file.startsWith('.')
    },
    csp: {
      mode: 'hash',
      directives: {
        'default-src': ['none'],
        // WebAssembly hashes the passphrase of the lock. It lets nothing be made into JavaScript.
        'script-src': ['self', 'wasm-unsafe-eval', `sha256-${earlyHash}`],
        'style-src': ['self'],
        // app.html's wrapper and the route announcer of Kit carry a style attribute.
        'style-src-elem': ['self'],
        'style-src-attr': ['unsafe-inline'],
        'img-src': ['self'],
        'font-src': ['self'],
        'connect-src': ['self', ...RELAY],
        'manifest-src': ['self'],
        'worker-src': ['self'],
        'form-action': ['none'],
        'base-uri': ['none'],
        // Text becomes HTML or a script's address by these two alone: Svelte's own templates, and
        // routes/update.svelte.ts, which names the service worker.
        'require-trusted-types-for': ['script'],
        'trusted-types': ['svelte-trusted-html', 'toward-worker']
      }
    },
    prerender: {
      entries: ['*', '/404.html', '/manifest.webmanifest', '/measures/', '/temporal.js']
    }
  }
};

/**
 * Writes the pages, scripts and styles of the built site once more, together in one file: the
 * service worker takes them in with one request (src/service-worker/shell.ts). The worker itself gets
 * the hash of every file, so that it serves nothing that somebody else has put in its cache.
 *
 * @param {import('@sveltejs/kit').Adapter} adapter
 * @returns {import('@sveltejs/kit').Adapter}
 */
function withShell(adapter) {
  return {
    ...adapter,
    async adapt(builder) {
      await adapter.adapt(builder);
      const headers = readFileSync(`${BUILD}/_headers`, 'utf8');
      const reached = ["connect-src 'self'", ...RELAY].join(' ');
      writeFileSync(`${BUILD}/_headers`, headers.replace("connect-src 'self'", reached));
      const names = readdirSync(BUILD, { recursive: true, encoding: 'utf8' });
      const texts = names
        .filter(
          (name) => /\.(html|js|css)$/.test(name) && !/^(service-worker|temporal)\.js$/.test(name)
        )
        .map((name) => [name.replaceAll('\\', '/'), readFileSync(`${BUILD}/${name}`, 'utf8')]);
      const { name: version } = builder.config.kit.version;
      const shell = { version, files: Object.fromEntries(texts) };
      writeFileSync(`${BUILD}/shell.json`, JSON.stringify(shell));
      const hashes = names
        .filter((name) => statSync(`${BUILD}/${name}`).isFile() && !NOT_CACHED.test(name))
        .map((name) => `${name.replaceAll('\\', '/')} ${sha256(readFileSync(`${BUILD}/${name}`))}`);
      const worker = readFileSync(`${BUILD}/service-worker.js`, 'utf8');
      const filled = worker.replace('toward-shell-hashes', hashes.join('|'));
      if (filled === worker) throw new Error('The service worker has no place for the hashes.');
      writeFileSync(`${BUILD}/service-worker.js`, filled);
    }
  };
}
