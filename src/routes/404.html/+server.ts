import { createHash } from 'node:crypto';
import { resolve } from '$app/paths';
import type { RequestHandler } from './$types';
import { m } from '#i18n/paraglide/messages.js';
import { baseLocale } from '#i18n/paraglide/runtime.js';
import style from './page.css?raw';

export const prerender = true;
export const trailingSlash = 'never';

const styleHash = createHash('sha256').update(style).digest('base64');

/** What a static host shows for an address that is not there. It loads nothing, so it needs no app. */
export const GET: RequestHandler = ({ url }) =>
  new Response(html(url), { headers: { 'content-type': 'text/html' } });

function html(url: URL): string {
  // The page is shown at any depth, so a link that is relative to its own address would miss.
  const absolute = (href: string) => new URL(href, url).pathname;
  return `<!doctype html>
<html lang="${baseLocale}" dir="ltr">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="referrer" content="no-referrer" />
    <title>${m.title({ page: m.error_missing() })}</title>
    <style>${style}</style>
  </head>
  <body>
    <h1>${m.error_missing()}</h1>
    <p>${m.error_missing_what()}</p>
    <nav aria-label="${m.nav_label()}">
      <a href="${absolute(resolve('/'))}">${m.error_home()}</a>
      <a href="${absolute(resolve('/safety'))}">${m.nav_safety()}</a>
      <a href="${absolute(resolve('/measures'))}">${m.leave()}</a>
    </nav>
  </body>
</html>
`;
}
