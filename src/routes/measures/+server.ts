import { resolve } from '$app/paths';
import type { RequestHandler } from './$types';
import { m } from '#i18n/paraglide/messages.js';
import { barePage } from '#lib/shell/barePage.ts';
import { measures } from '#lib/shell/coverPage.ts';
import style from './page.css?raw';

export const prerender = true;
export const trailingSlash = 'always';

const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path fill="#777" d="M3 2h10l-1 12H4z"/></svg>';

/**
 * What stands in the place of the app once it has been left: kitchen measures, the same for
 * everybody, with nothing in it that is the app's own. Only in a window of the installed app, which
 * has no address line, is there a link back.
 */
export const GET: RequestHandler = ({ url }) => {
  const home = new URL(resolve('/'), url).pathname;
  return barePage({ title: m.measures_title(), style, icon: ICON, body: body(home) });
};

function body(home: string): string {
  return `<h1>${m.measures_title()}</h1>
    ${measures().map(table).join('\n    ')}
    <p>${m.measures_note()}</p>
    <a href="${home}">${m.measures_home()}</a>`;
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
