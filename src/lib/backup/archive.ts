/*
 * One page of HTML that holds all it shows: no script, no file beside it, no request to anyone. All
 * words come in as texts and stay texts.
 */

/** A piece of a section. */
export type ArchiveBlock =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly heading: string; readonly items: readonly string[] }
  | {
      readonly kind: 'table';
      readonly columns: readonly string[];
      /** The first cell of each row names it. */
      readonly rows: readonly (readonly string[])[];
    };

/** A heading and what stands below it. */
export interface ArchiveSection {
  readonly heading: string;
  readonly blocks: readonly ArchiveBlock[];
}

/** A whole page, in words. */
export interface ArchivePage {
  /** BCP 47. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly title: string;
  /** The span of days, and when it was made. */
  readonly lines: readonly string[];
  readonly sections: readonly ArchiveSection[];
}

/** The page as the text of an HTML file. */
export function archiveHtml({ lang, dir, title, lines, sections }: ArchivePage): string {
  return `<!doctype html>
<html lang="${escaped(lang)}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<header><h1>${escaped(title)}</h1>${lines.map(paragraph).join('')}</header>
<main>
${sections.map(sectionHtml).join('\n')}
</main>
</body>
</html>
`;
}

function sectionHtml({ heading, blocks }: ArchiveSection): string {
  return `<section><h2>${escaped(heading)}</h2>${blocks.map(blockHtml).join('')}</section>`;
}

function blockHtml(block: ArchiveBlock): string {
  switch (block.kind) {
    case 'text':
      return paragraph(block.text);
    case 'list': {
      const items = block.items.map((item) => `<li>${escaped(item)}</li>`).join('');
      return `<article><h3>${escaped(block.heading)}</h3><ul>${items}</ul></article>`;
    }
    case 'table':
      return tableHtml(block.columns, block.rows);
  }
}

function tableHtml(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = columns.map((column) => `<th scope="col">${escaped(column)}</th>`).join('');
  const body = rows.map(([name = '', ...cells]) => {
    const others = cells.map((cell) => `<td><bdi>${escaped(cell)}</bdi></td>`).join('');
    return `<tr><th scope="row">${escaped(name)}</th>${others}</tr>`;
  });
  return `<table><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>`;
}

function paragraph(text: string): string {
  return `<p>${escaped(text)}</p>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;'
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

const STYLE = `
:root { color-scheme: light dark; --ink: light-dark(#2a2521, #f3ece3); --paper: light-dark(#fffdf9, #1b1815); --line: light-dark(#e6dccf, #3d3732); --muted: light-dark(#655b52, #b9ada1); }
* { box-sizing: border-box; }
body { max-inline-size: 44rem; margin: 0 auto; padding: 24px 16px 48px; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
h1, h2 { font-family: Georgia, 'Times New Roman', serif; line-height: 1.2; }
h1 { margin: 0 0 8px; font-size: 1.75rem; }
h2 { margin: 40px 0 8px; padding-block-end: 4px; border-block-end: 1px solid var(--line); font-size: 1.3rem; }
h3 { margin: 20px 0 4px; font-size: 1rem; }
header p { margin: 0; color: var(--muted); }
ul { margin: 0; padding-inline-start: 1.25em; }
li { white-space: pre-line; }
h3, p, li { unicode-bidi: plaintext; }
table { inline-size: 100%; border-collapse: collapse; font-size: 0.9375rem; font-variant-numeric: tabular-nums; }
th, td { padding: 6px 4px; border-block-end: 1px solid var(--line); text-align: end; overflow-wrap: normal; }
thead th { color: var(--muted); font-weight: 600; font-size: 0.8125rem; vertical-align: bottom; }
th:first-child { text-align: start; font-weight: 600; }
@media (max-width: 30rem) { table { font-size: 0.8125rem; } }
@media print {
  :root { color-scheme: light; --paper: #fff; }
  body { max-inline-size: none; padding: 0; font-size: 11pt; }
  h2, h3 { break-after: avoid; }
  article, tr { break-inside: avoid; }
}
`;
