import type { Handle } from '@sveltejs/kit';
import { m } from '#i18n/paraglide/messages.js';
import { baseLocale } from '#i18n/paraglide/runtime.js';
import early from './early.js?raw';

/** Fills in what app.html leaves open. Runs only while the site is being built. */
export const handle: Handle = ({ event, resolve }) =>
  resolve(event, {
    transformPageChunk: ({ html }) =>
      html
        .replace('%lang%', baseLocale)
        .replace('%dir%', 'ltr')
        .replace('%away%', m.measures_title())
        .replace('%early%', () => early)
  });
