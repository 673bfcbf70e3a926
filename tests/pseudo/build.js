// `npm run build:pseudo`: the site in a made-up language, which tests/e2e/pseudo.test.ts looks at.
// Nothing but the messages and the name of their language is exchanged.
// @ts-check
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { LOCALE, pseudo } from './words.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const COPY = `${ROOT}.svelte-kit/pseudo`;
const I18N = `${COPY}/src/i18n`;
const NEEDED = [
  ...['src', 'static', 'package.json', 'tsconfig.json', 'vite.config.ts', 'svelte.config.js'],
  ...['relayOrigin.js', 'browserFloor.js', 'tests/chromium.js']
];

/** @typedef {string | { selectors: string[], match: Record<string, string> }[]} Message */

rmSync(COPY, { recursive: true, force: true });
for (const name of NEEDED) {
  cpSync(`${ROOT}${name}`, `${COPY}/${name}`, {
    recursive: true,
    filter: (from) => !/i18n\/(paraglide|messages)$/.test(from)
  });
}
symlinkSync(`${ROOT}node_modules`, `${COPY}/node_modules`);

const settings = JSON.parse(readFileSync(`${I18N}/project.inlang/settings.json`, 'utf8'));
const english = settings.baseLocale;
/** @type {string[]} */
const paths = settings['plugin.inlang.messageFormat'].pathPattern;
for (const path of paths) {
  const from = `${ROOT}src/i18n/${path.replace('{locale}', english)}`;
  const to = `${I18N}/${path.replace('{locale}', LOCALE)}`;
  /** @type {Record<string, Message>} */
  const messages = JSON.parse(readFileSync(from, 'utf8'));
  const translated = Object.entries(messages).map(([key, message]) => [
    key,
    key === '$schema' ? message : translate(message)
  ]);
  mkdirSync(to.slice(0, to.lastIndexOf('/')), { recursive: true });
  writeFileSync(to, JSON.stringify(Object.fromEntries(translated)));
}
writeFileSync(
  `${I18N}/project.inlang/settings.json`,
  JSON.stringify({ ...settings, baseLocale: LOCALE, locales: [LOCALE] })
);

const vite = `${ROOT}node_modules/vite/bin/vite.js`;
const { status } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
  cwd: COPY,
  stdio: 'inherit'
});
process.exit(status ?? 1);

/**
 * @param {Message} message
 * @returns {Message}
 */
function translate(message) {
  if (typeof message === 'string') return pseudo(message);
  return message.map((variant) => ({
    ...variant,
    match: Object.fromEntries(Object.entries(variant.match).flatMap(formsOf))
  }));
}

/**
 * The forms of the language in the place of one English form: five where English has one for "more".
 *
 * @param {[string, string]} form
 */
function formsOf([selected, text]) {
  const forms = new Intl.PluralRules(LOCALE)
    .resolvedOptions()
    .pluralCategories.filter((form) => form !== 'one');
  const at = selected.replace(/=other\b/, '=');
  const all =
    at === selected ? [selected] : forms.map((form) => selected.replace('=other', `=${form}`));
  return all.map((one) => [one, pseudo(text)]);
}
