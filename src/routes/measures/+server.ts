import { createHash } from 'node:crypto';
import { resolve } from '$app/paths';
import type { RequestHandler } from './$types';
import { m } from '#i18n/paraglide/messages.js';
import { baseLocale } from '#i18n/paraglide/runtime.js';
import style from './page.css?raw';
import { measures } from './measures.ts';

export const prerender = true;
export const trailingSlash = 'always';

const styleHash = createHash('sha256').update(style).digest('base64');
const ICON = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path fill="#777" d="M3 2h10l-1 12H4z"/></svg>'
)}`;

/**
 * What stands in the place of the app once it has been left: kitchen measures, the same for
 * everybody, with nothing in it that is the app's own. Only in a window of the installed app, which
 * has no address line, is there a link back.
 */
export const GET: RequestHandler = ({ url }) =>
  new Response(html(new URL(resolve('/'), url).pathname), {
    headers: { 'content-type': 'text/html' }
  });

function html(home: string): string {
  return `<!doctype html>
<html lang="${baseLocale}" dir="ltr">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'sha256-${styleHash}'; img-src data:; base-uri 'none'; form-action 'none'" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="referrer" content="no-referrer" />
    <title>${m.measures_title()}</title>
    <link rel="icon" href="${ICON}" />
    <style>${style}</style>
  </head>
  <body>
    <h1>${m.measures_title()}</h1>
    ${measures().map(table).join('\n    ')}
    <p>${m.measures_note()}</p>
    <a href="${home}">${m.measures_home()}</a>
  </body>
</html>
`;
}

function table({ caption, head, rows }: ReturnType<typeof measures>[number]): string {
  const cells = (row: readonly string[]) =>
    `<tr><th scope="row">${row[0]}</th>${row
      .slice(1)
      .map((cell) => `<td>${cell}</td>`)
      .join('')}</tr>`;
  return `<table>
      <caption>${caption}</caption>
      <thead><tr>${head.map((name) => `<th scope="col">${name}</th>`).join('')}</tr></thead>
      <tbody>${rows.map(cells).join('')}</tbody>
    </table>`;
}
