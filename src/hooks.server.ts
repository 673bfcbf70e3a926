import { readFileSync } from 'node:fs';
import type { Handle } from '@sveltejs/kit';
import { building } from '$app/env';
import { m } from '#i18n/paraglide/messages.js';
import { baseLocale } from '#i18n/paraglide/runtime.js';
import early from './early.js?raw';

/** Where the script of the database is served. Every page names it, so that it is on its way before the app asks for it. */
const database = building ? builtAs('database') : 'src/lib/store/index.ts';

/** Fills in what app.html leaves open. Runs only while the site is being built. */
export const handle: Handle = ({ event, resolve }) =>
  resolve(event, {
    transformPageChunk: ({ html }) =>
      html
        .replace('%lang%', baseLocale)
        .replace('%dir%', 'ltr')
        .replace('%away%', m.measures_title())
        .replace('%database%', database)
        .replace('%early%', () => early)
  });

function builtAs(name: string): string {
  const manifest = readFileSync('.svelte-kit/output/client/.vite/manifest.json', 'utf8');
  const chunks: { name?: string; file: string }[] = Object.values(JSON.parse(manifest));
  const chunk = chunks.find((chunk) => chunk.name === name);
  if (!chunk) throw new Error(`There is no chunk ${name}.`);
  return chunk.file;
}
