import type { ClientInit } from '@sveltejs/kit';

/** Days, weeks and zones need Temporal; browsers that lack it get it before anything starts. */
export const init: ClientInit = async () => {
  if (!('Temporal' in globalThis)) await import('temporal-polyfill/global');
};
