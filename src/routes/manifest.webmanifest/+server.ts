import type { RequestHandler } from './$types';
import { m } from '#i18n/paraglide/messages.js';
import { baseLocale, getTextDirection } from '#i18n/paraglide/runtime.js';

export const prerender = true;
export const trailingSlash = 'never';

const PAPER = '#faf6ef';
const SHORTCUT_ICON = { src: 'icons/icon-192.png', sizes: '192x192' };
const ICON = { ...SHORTCUT_ICON, type: 'image/png' };
const LARGE = { src: 'icons/icon-512.png', sizes: '512x512', type: 'image/png' };
const MASKABLE = { ...LARGE, src: 'icons/maskable-512.png', purpose: 'maskable' };

const partner = m.pad_partner({ partner: 'they' });

/** What a system shows of the installed app. Its addresses are relative: the app may be below a folder. */
const MANIFEST = {
  id: './',
  name: m.app_name(),
  short_name: m.app_name(),
  description: m.app_description(),
  lang: baseLocale,
  dir: getTextDirection(baseLocale),
  start_url: './',
  scope: './',
  display: 'standalone',
  background_color: PAPER,
  theme_color: PAPER,
  categories: ['lifestyle', 'health'],
  icons: [{ src: 'icons/icon.svg', sizes: 'any', type: 'image/svg+xml' }, ICON, LARGE, MASKABLE],
  // The numbers stand for taps (account/model/tap.ts).
  shortcuts: [
    shortcut('./?s=1', m.pad_partner_toward(), tapWords(partner, m.pad_partner_toward())),
    shortcut('./?s=2', m.pad_partner_away(), tapWords(partner, m.pad_partner_away())),
    shortcut('./practice/pause/', m.practice_pause(), m.pause_open()),
    shortcut('./?s=3', m.pad_me_toward(), tapWords(m.pad_me(), m.pad_me_toward()))
  ]
};

function shortcut(url: string, short_name: string, name: string): object {
  return { name, short_name, url, icons: [SHORTCUT_ICON] };
}

function tapWords(who: string, what: string): string {
  return m.keys_tap({ who, what });
}

export const GET: RequestHandler = () =>
  new Response(JSON.stringify(MANIFEST), {
    headers: { 'content-type': 'application/manifest+json' }
  });
