import { readFileSync } from 'node:fs';
import type { Handle } from '@sveltejs/kit';
import { building } from '$app/env';
import { m } from '#i18n/paraglide/messages.js';
import { baseLocale, getTextDirection } from '#i18n/paraglide/runtime.js';
import early from './early.js?raw';

const DATABASE = 'src/lib/shell/database.ts';

/** Where the scripts of the database are served. Every page names them, so that they are on their way before the app asks for them. */
const [database, models] = building ? builtAs('database', 'models') : [DATABASE, DATABASE];

/** Fills in what app.html leaves open. Runs only while the site is being built. */
export const handle: Handle = ({ event, resolve }) =>
  resolve(event, {
    transformPageChunk: ({ html }) =>
      html
        .replace('%lang%', baseLocale)
        .replace('%dir%', getTextDirection(baseLocale))
        .replace('%away%', m.measures_title())
        .replace('%database%', database ?? '')
        .replace('%models%', models ?? '')
        .replace('%early%', () => early)
  });

/** See vite.config.ts for the names. */
function builtAs(...names: string[]): string[] {
  const manifest = readFileSync('.svelte-kit/output/client/.vite/manifest.json', 'utf8');
  const chunks: { name?: string; file: string }[] = Object.values(JSON.parse(manifest));
  return names.map((name) => {
    const chunk = chunks.find((chunk) => chunk.name === name);
    if (!chunk) throw new Error(`There is no script ${name}.`);
    return chunk.file;
  });
}
