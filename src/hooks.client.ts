import type { ClientInit } from '@sveltejs/kit';
import { untilLoaded } from '#lib/store/untilLoaded.ts';

/** Days, weeks and zones need Temporal; browsers that lack it get it before anything starts. */
export const init: ClientInit = async () => {
  if (!('Temporal' in globalThis)) await untilLoaded(() => import('temporal-polyfill/global'));
};
