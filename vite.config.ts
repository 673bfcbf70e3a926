import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { playwright } from '@vitest/browser-playwright';
import type { Plugin, Rolldown } from 'vite';
import { defineConfig } from 'vitest/config';
import { FLOOR } from './browserFloor.js';
import { RELAY_ORIGIN } from './relayOrigin.js';
import { launchOptions } from './tests/chromium.js';

/** What the first paint needs. */
const CORE = ['+layout', '+page'].map((name) => resolve(`src/routes/${name}.svelte`));

export default defineConfig({
  // Where the relay is, if it isn't the site's own (docs/relay.md).
  define: { RELAY_ORIGIN: JSON.stringify(RELAY_ORIGIN) },
  resolve: {
    // The build of Dexie for browsers of today: smaller than the one that its package names.
    alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }]
  },
  build: {
    // `lib` in tsconfig.json and tests/e2e/floor.test.ts hold the scripts to what these have.
    target: Object.entries(FLOOR).map(([name, version]) => name + version),
    // Of a page that is gone to, only its styles are named beforehand. To name its scripts too, for
    // every page, makes the first load 2 kB larger; the service worker has them all by then.
    modulePreload: {
      resolveDependencies: (_, files) => files.filter((file) => file.endsWith('.css'))
    },
    rolldownOptions: {
      output: {
        // Each takes in all that it imports statically. Small chunks cost more in what they name of
        // each other than in what they spare.
        codeSplitting: {
          groups: [
            { name: 'core', test: (id: string) => CORE.includes(id) },
            { name: modelsAfterPaint, debugName: 'models', test: /src\/lib\// },
            { name: databaseAfterPaint, debugName: 'database', test: /src\/lib\// }
          ]
        }
      }
    }
  },
  plugins: [
    plainIcons(),
    plainMessages(),
    isolatedValues(),
    // Tests use what `npm run messages` made: the compiler's watchers keep Vitest from ending.
    !process.env.VITEST &&
      paraglideVitePlugin({
        project: './src/i18n/project.inlang',
        outdir: './src/i18n/paraglide',
        strategy: ['baseLocale'],
        emitGitIgnore: false,
        emitReadme: false
      }),
    sveltekit()
  ],
  test: {
    // Room for a slow machine; nothing here measures time.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { requireAssertions: true, poll: { timeout: 20_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/unit/**/*.test.ts'],
          setupFiles: ['tests/unit/setup.ts']
        }
      },
      {
        extends: true,
        // Named here so that Vite does not find them mid-run and reload the page under a test.
        optimizeDeps: {
          include: ['dexie', 'chart.js', 'uuid', 'hash-wasm', '@noble/ciphers/*.js']
        },
        test: {
          name: 'component',
          include: ['tests/component/**/*.test.ts'],
          setupFiles: ['tests/component/setup.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: launchOptions() }),
            instances: [{ browser: 'chromium' }]
          }
        }
      }
    ]
  }
});

/**
 * Names the script of what only the database needs, of what the core asks once it is painted: Dexie and
 * what needs it, and what no page imports statically, like the ciphers of the lock.
 */
function databaseAfterPaint(id: string, graph: Rolldown.ChunkingContext): string | null {
  return askedByCore(graph).has(id) && !isForPages(id, graph) ? 'database' : null;
}

/**
 * Names the script of those that need no Dexie themselves. Pages import them too, and would get Dexie
 * with them from the script of the database.
 */
function modelsAfterPaint(id: string, graph: Rolldown.ChunkingContext): string | null {
  return askedByCore(graph).has(id) && isForPages(id, graph) ? 'models' : null;
}

let forPages: ReadonlySet<string> | undefined;

function isForPages(id: string, graph: Rolldown.ChunkingContext): boolean {
  return (forPages ??= importedFrom(pages(), graph)).has(id) && !needsDexie(id, graph);
}

function pages(): string[] {
  const files = readdirSync('src/routes', { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('+page.svelte'))
    .map((file) => resolve('src/routes', file));
}

let asked: ReadonlySet<string> | undefined;

function askedByCore(graph: Rolldown.ChunkingContext): ReadonlySet<string> {
  if (asked) return asked;
  const core = importedFrom(CORE, graph);
  const later = [...core].flatMap((id) => graph.getModuleInfo(id)?.dynamicallyImportedIds ?? []);
  const ofStore = later.filter((id) => /\/(store\/\w+|shell\/database)\.ts$/.test(id));
  return (asked = importedFrom(ofStore, graph));
}

function needsDexie(id: string, graph: Rolldown.ChunkingContext): boolean {
  return [...importedFrom([id], graph)].some((name) => name.includes('/dexie/'));
}

/** The ids of all modules that some import statically, and their own. */
function importedFrom(ids: readonly string[], graph: Rolldown.ChunkingContext): Set<string> {
  // A set that grows while it is gone through.
  const found = new Set(ids);
  for (const one of found) {
    for (const imported of graph.getModuleInfo(one)?.importedIds ?? []) found.add(imported);
  }
  return found;
}

/** The icons that point along the line. They turn round where one reads from the right: app.css. */
const ALONG = /\/((arrow|chevron)-(left|right)|log-out)\.svelte$/;

/**
 * Lucide's icons as the plain SVG that they are. Their own component puts each together in the
 * browser, attribute by attribute, anew in every row of a list; on the pad that is code, and time.
 */
function plainIcons(): Plugin {
  return {
    name: 'plain-icons',
    enforce: 'pre',
    transform: {
      filter: { id: /\/@lucide\/svelte\/dist\/icons\/[\w-]+\.svelte$/ },
      handler(source, id) {
        const [, data] = /const iconData = (.*);/.exec(source) ?? [];
        if (!data) throw new Error(`No icon was found in ${id}.`);
        const { node } = JSON.parse(data) as { node: [tag: string, attributes: object][] };
        return svgComponent(node, ALONG.test(id));
      }
    }
  };
}

/** A message of one language is its one text: nothing asks, each time, which language it is to be in. */
function plainMessages(): Plugin {
  return {
    name: 'plain-messages',
    transform: {
      filter: { id: /\/paraglide\/(runtime|messages\/\w+)\.js$/ },
      handler: (source) =>
        source
          .replace(/ = .*\n.*\?\? getLocale\(\)\n\treturn (\w+)\(.*\)\n\}\);/, ' = $1;')
          .replace(/^(export let getLocale =)[^]*?^\};/m, '$1 () => baseLocale;')
    }
  };
}

/**
 * What is put into a message turns nothing around it, whichever way it runs: see `isolated`. The
 * service worker is built without this, and sets apart what it notifies of itself.
 */
function isolatedValues(): Plugin {
  const isolated = JSON.stringify(resolve('src/i18n/isolated.ts'));
  return {
    name: 'isolated-values',
    transform: {
      filter: { id: /\/paraglide\/messages\/\w+\.js$/, code: '${i?.' },
      handler: (source) =>
        `import { isolated } from ${isolated};\n${source.replace(/\$\{(i\?\.\w+)\}/g, '${isolated($1)}')}`
    }
  };
}

function svgComponent(
  node: readonly [tag: string, attributes: object][],
  isAlong: boolean
): string {
  const shapes = node.map(([tag, attributes]) => {
    const texts = Object.entries(attributes).map(([name, value]) => `${name}="${value}"`);
    return `<${tag} ${texts.join(' ')} />`;
  });
  return `<script>const { size = 24 } = $props();</script>
<svg width={size} height={size} viewBox="0 0 24 24" fill="none" stroke="currentColor"
  stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"${isAlong ? ' class="along"' : ''}>
  ${shapes.join('')}
</svg>`;
}
