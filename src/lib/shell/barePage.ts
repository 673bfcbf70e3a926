import { createHash } from 'node:crypto';
import { baseLocale, getTextDirection } from '#i18n/paraglide/runtime.js';

/** A page that is written while the site is built, and works without the app. */
interface BarePage {
  readonly title: string;
  readonly style: string;
  /** As SVG. Without one the browser asks for the host's, which the page's own policy refuses. */
  readonly icon: string;
  /** HTML. */
  readonly body: string;
}

/** Builds the page. It runs no script and loads nothing. */
export function barePage({ title, style, icon, body }: BarePage): Response {
  const styleHash = createHash('sha256').update(style).digest('base64');
  const html = `<!doctype html>
<html lang="${baseLocale}" dir="${getTextDirection(baseLocale)}">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'sha256-${styleHash}'; img-src data:; base-uri 'none'; form-action 'none'" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="referrer" content="no-referrer" />
    <title>${title}</title>
    <link rel="icon" href="data:image/svg+xml,${encodeURIComponent(icon)}" />
    <style>${style}</style>
  </head>
  <body>
    <main>${body}</main>
  </body>
</html>
`;
  return new Response(html, { headers: { 'content-type': 'text/html' } });
}
