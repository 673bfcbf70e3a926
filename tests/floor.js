// What built scripts use that a browser of the floor lacks, by MDN's browser-compat data.
// @ts-check
import { Linter } from 'eslint';
import { createRequire } from 'node:module';
import { FLOOR } from '../browserFloor.js';

/** @typedef {import('@mdn/browser-compat-data/types').Identifier} Feature */
/** @typedef {import('@mdn/browser-compat-data/types').SimpleSupportStatement} Statement */

/** @type {import('@mdn/browser-compat-data/types').CompatData} */
const data = createRequire(import.meta.url)('@mdn/browser-compat-data');

/** The browsers of the data, those of phones too, and from which version on each counts. */
const BROWSERS = /** @type {const} */ ({
  chrome: FLOOR.chrome,
  chrome_android: FLOOR.chrome,
  firefox: FLOOR.firefox,
  firefox_android: FLOOR.firefox,
  safari: FLOOR.safari,
  safari_ios: FLOOR.safari
});

/** The newest syntax that all of them read, that of patterns too. */
const SYNTAX = 2022;

/** What kind of thing is behind the names that every page has. */
const KINDS = /** @type {Record<string, string>} */ ({
  caches: 'CacheStorage',
  crypto: 'Crypto',
  document: 'Document',
  history: 'History',
  indexedDB: 'IDBFactory',
  location: 'Location',
  navigator: 'Navigator',
  performance: 'Performance'
});

/** Names of the global object itself. */
const WORLDS = ['globalThis', 'self', 'window'];

/**
 * The features of each name, by their whole paths: `groupBy` leads to that of Map and that of Object. A
 * name that stands alone has nothing before it, and a member's begins with a dot.
 *
 * @type {Map<string, { path: string, isMissing: boolean }[]>}
 */
const features = new Map();
index(data.api, 'api');
index(data.javascript.builtins, 'javascript.builtins');
index(data.webassembly.api, 'webassembly.api');

/** What scripts use, as `owner.member`, `.member` of what only a run would tell, or `global`; and members of their own. */
const found = { uses: new Set(['']), made: new Set(['']) };

const linter = new Linter();
/** @type {import('eslint').Linter.Config[]} */
const config = [
  {
    languageOptions: { ecmaVersion: SYNTAX, globals: {} },
    linterOptions: { noInlineConfig: true },
    plugins: { floor: { rules: { uses: { create: visitor } } } },
    rules: { 'floor/uses': 'error' }
  }
];

/**
 * Lists what scripts use and some browser of the floor lacks: for each, the paths of the features it may
 * be. Where only a run would tell whose member it is, it counts if every feature of its name is missing,
 * and if no script makes a member of that name itself.
 *
 * @param {readonly string[]} scripts
 * @throws SyntaxError where those browsers can't read a script
 */
export function missingFrom(scripts) {
  for (const set of Object.values(found)) set.clear();
  for (const script of scripts) {
    const [fault] = linter.verify(script, config);
    if (fault) throw new SyntaxError(`${fault.message}: ${script.slice(0, 200)}`);
  }
  return [...found.uses]
    .filter((use) => !found.made.has(use))
    .map(missing)
    .filter((paths) => paths.length > 0);
}

/**
 * @param {import('eslint').Rule.RuleContext} context
 * @returns {import('eslint').Rule.RuleListener}
 */
function visitor({ sourceCode }) {
  const globals = new Set();
  /** @param {import('estree').Node} node @returns {string} */
  const globalOf = (node) => {
    if (node.type === 'Identifier') return globals.has(node) ? node.name : '';
    if (node.type !== 'MemberExpression' || node.computed) return '';
    const { object, property } = node;
    return WORLDS.includes(globalOf(object)) && 'name' in property ? property.name : '';
  };
  /** @param {{ key: import('estree').Node, computed: boolean }} member */
  const make = ({ key, computed }) => {
    if (key.type === 'Identifier' && !computed) found.made.add(`.${key.name}`);
  };
  return {
    Program(program) {
      const { through, variables } = sourceCode.getScope(program);
      const known = variables.filter(({ defs }) => defs.length === 0);
      for (const { identifier } of [...through, ...known.flatMap(({ references }) => references)]) {
        globals.add(identifier);
        if ('name' in identifier) found.uses.add(identifier.name);
      }
    },
    MemberExpression({ object, property, computed, parent }) {
      if (property.type !== 'Identifier' || computed) return;
      const owner = globalOf(object);
      const isMade =
        parent.type === 'AssignmentExpression' &&
        parent.left.type === 'MemberExpression' &&
        parent.left.property === property;
      if (isMade && owner === '') found.made.add(`.${property.name}`);
      else found.uses.add(WORLDS.includes(owner) ? property.name : `${owner}.${property.name}`);
    },
    ExportSpecifier({ exported }) {
      if ('name' in exported) found.made.add(`.${exported.name}`);
    },
    Property: ({ key, computed, parent }) => {
      if (parent.type === 'ObjectExpression') make({ key, computed });
      else if (key.type === 'Identifier' && !computed) found.uses.add(`.${key.name}`);
    },
    MethodDefinition: make,
    PropertyDefinition: make
  };
}

/** @param {string} use @returns {string[]} */
function missing(use) {
  const [owner = '', member] = use.split('.');
  const all = features.get(member === undefined ? owner : `.${member}`) ?? [];
  const kind = KINDS[owner] ?? owner;
  const exact = all.filter(({ path }) => path.split('.').at(-2) === kind);
  const may = member !== undefined && exact.length > 0 ? exact : all;
  return may.every(({ isMissing }) => isMissing) ? may.map(({ path }) => path) : [];
}

/**
 * Lists the features below a path, those of their members too. What begins with a small letter is a
 * member; its parameters and options are not looked at.
 *
 * @param {Feature | undefined} all
 * @param {string} path
 */
function index(all, path) {
  for (const [key, value] of Object.entries(all ?? {})) {
    if (key === '__compat') continue;
    const feature = /** @type {Feature} */ (value);
    const name = key.replace(/_static$/, '');
    const use = /\.[A-Z]\w*$/.test(path) ? `.${name}` : name;
    const known = features.get(use) ?? [];
    known.push({ path: `${path}.${name}`, isMissing: isMissing(feature) });
    features.set(use, known);
    if (/^[A-Z]/.test(key)) index(feature, `${path}.${name}`);
  }
}

/** @param {Feature} feature */
function isMissing({ __compat }) {
  return Object.entries(BROWSERS).some(([browser, version]) => {
    const told = __compat?.support[/** @type {keyof typeof BROWSERS} */ (browser)];
    return told !== undefined && ![told].flat().some((statement) => isThere(statement, version));
  });
}

/** @param {Statement} statement @param {string} version */
function isThere(statement, version) {
  const { version_added: added, version_removed: removed } = statement;
  if (statement.flags || statement.alternative_name || statement.prefix) return false;
  return isSince(added, version) && !isSince(removed, version);
}

/** @param {string | false | undefined} first @param {string} version whether it is `first` or later */
function isSince(first, version) {
  if (!first || first === 'preview') return false;
  const [asked = [], ours = []] = [first, version].map((text) =>
    text.replace('≤', '').split('.').map(Number)
  );
  const at = asked.findIndex((part, place) => part !== (ours[place] ?? 0));
  return at < 0 || Number(asked[at]) < (ours[at] ?? 0);
}
