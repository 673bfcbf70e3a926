import { m } from '#i18n/paraglide/messages.js';
import type { Preferences } from '#lib/store/preferences.ts';

/** What the choices of a theme are called. */
export const THEME_WORDS: Record<Preferences['theme'], () => string> = {
  system: m.look_system,
  light: m.look_light,
  dark: m.look_dark
};
