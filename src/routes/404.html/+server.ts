import { readFileSync } from 'node:fs';
import { resolve } from '$app/paths';
import type { RequestHandler } from './$types';
import { m } from '#i18n/paraglide/messages.js';
import { barePage } from '#lib/shell/barePage.ts';
import style from './page.css?raw';

export const prerender = true;
export const trailingSlash = 'never';

/** What a static host shows for an address that is not there. It loads nothing, so it needs no app. */
export const GET: RequestHandler = ({ url }) =>
  barePage({
    title: m.title({ page: m.error_missing() }),
    style,
    icon: readFileSync('static/icons/icon.svg', 'utf8'),
    body: body(url)
  });

function body(url: URL): string {
  // The page is shown at any depth, so a link that is relative to its own address would miss.
  const absolute = (href: string) => new URL(href, url).pathname;
  return `<h1>${m.error_missing()}</h1>
    <p>${m.error_missing_what()}</p>
    <nav aria-label="${m.nav_label()}">
      <a href="${absolute(resolve('/'))}">${m.error_home()}</a>
      <a href="${absolute(resolve('/safety'))}">${m.nav_safety()}</a>
      <a href="${absolute(resolve('/measures'))}">${m.leave()}</a>
    </nav>`;
}
