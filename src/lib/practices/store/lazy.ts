import { browser } from '$app/env';
import { database as ofLog } from '#lib/account/account.svelte.ts';

/** The database code: what the log needs, and what the practices need besides. */
export const database = browser
  ? Promise.all([ofLog, import('./index.ts')]).then(([log, practice]) => ({
      ...log,
      ...practice
    }))
  : new Promise<never>(() => undefined);
