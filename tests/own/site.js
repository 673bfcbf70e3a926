// The built site, and beside it the app's own code as a module for pages that show nothing.
// @ts-check
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { serve } from '../server.js';

/**
 * Serves a copy of the site, with the code at /own.js.
 *
 * @returns {Promise<import('../server.js').Site>}
 */
export async function serveOwn() {
  const folder = mkdtempSync(join(tmpdir(), 'toward-'));
  cpSync('build', folder, { recursive: true });
  await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }] },
    build: {
      outDir: folder,
      emptyOutDir: false,
      copyPublicDir: false,
      // What finishes erasing shows a page of the app. Nothing here erases.
      rolldownOptions: { external: [/^\$app\//, /\.svelte$/] },
      lib: {
        entry: fileURLToPath(new URL('code.ts', import.meta.url)),
        formats: ['es'],
        fileName: 'own'
      }
    }
  });
  const site = await serve(folder);
  return { ...site, stop: () => site.stop().then(() => rmSync(folder, { recursive: true })) };
}
