// The oldest browsers that Toward is built for. README.md names them too.
// @ts-check

/** Their names as Vite's build target has them, and the first version of each. */
export const FLOOR = /** @type {const} */ ({ chrome: '111', firefox: '121', safari: '16.4' });
