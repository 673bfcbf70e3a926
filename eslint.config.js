import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

const ROOMS = ['domain', 'db', 'backup', 'reminders', 'ui'];

/**
 * One wall: the files of a room may reach the rooms named and nothing else of the house.
 * Static and dynamic imports, by alias and by relative path, are all covered.
 *
 * @param {string[]} files
 * @param {{ may: string[]; packages?: string[]; messages?: boolean; kit?: boolean; alone?: string; also?: object[] }} doors
 */
function wall(files, { may, packages = [], messages = false, kit = false, alone, also = [] }) {
  const shut = ROOMS.filter((room) => !may.includes(room));
  const closed = [
    ...(alone ? [[alone, 'a wall: this room imports nothing outside itself']] : []),
    ...shut.map((room) => [`^#lib/${room}/`, `a wall: this room may not reach ${room}/`]),
    [
      '^(\\.\\./)+(\\w+/)*(domain|db|backup|reminders|ui|routes|service-worker)/',
      'other rooms are reached by #lib/…'
    ],
    ['/routes/', 'a wall: nothing reaches into routes/'],
    ...(packages.includes('dexie') ? [] : [['^dexie', 'a wall: dexie only in db/']]),
    ...(packages.includes('chart.js') ? [] : [['^chart\\.js', 'a wall: chart.js only in ui/']]),
    ...(kit
      ? []
      : [['^\\$(app|service-worker|env)', 'a wall: Kit only in routes/ and the service worker']]),
    ...(messages ? [] : [['^#i18n/', 'a wall: words are for ui/, routes/ and the service worker']])
  ].map(([regex, message]) => ({ regex: String(regex), message: String(message) }));
  return {
    files,
    rules: {
      'no-restricted-imports': ['error', { patterns: closed }],
      'no-restricted-syntax': [
        'error',
        ...closed.map(({ regex, message }) => ({
          selector: `ImportExpression[source.value=/${regex.replaceAll('/', '\\u002f')}/]`,
          message
        })),
        ...also
      ]
    }
  };
}

const PURE = [
  'window',
  'document',
  'navigator',
  'localStorage',
  'indexedDB',
  'crypto',
  'performance'
]
  .concat([
    'setTimeout',
    'setInterval',
    'requestAnimationFrame',
    'fetch',
    'caches',
    'self',
    'globalThis'
  ])
  .map((name) => ({ name, message: 'domain/ is pure: values in, values out.' }));

const NO_CLOCK = [
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']" },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]" },
  { selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']" },
  { selector: "MemberExpression[object.name='Temporal'][property.name='Now']" },
  { selector: 'CallExpression[callee.name=/^\\$(state|derived|effect)/]' }
].map((rule) => ({
  ...rule,
  message: 'domain/ is pure: clock, ids and chance come in as arguments.'
}));

export default ts.config(
  { ignores: ['build', '.svelte-kit', 'src/i18n/paraglide', 'tests/.results'] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  prettier,
  ...svelte.configs.prettier,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node, Temporal: 'readonly' } },
    rules: {
      // TypeScript does this, and knows the types that this rule takes for globals.
      'no-undef': 'off',
      eqeqeq: 'error',
      'no-console': 'error'
    }
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig }
    }
  },
  wall(['src/lib/domain/**'], { may: ['domain'], alone: '^(?!\\./)', also: NO_CLOCK }),
  wall(['src/lib/domain/practice/*'], {
    may: ['domain'],
    alone: '^(?!\\./|\\.\\./\\w+\\.ts$)',
    also: NO_CLOCK
  }),
  { files: ['src/lib/domain/**'], rules: { 'no-restricted-globals': ['error', ...PURE] } },
  wall(['src/lib/backup/**'], { may: ['backup', 'domain'] }),
  wall(['src/lib/db/**'], { may: ['db', 'domain'], packages: ['dexie'] }),
  wall(['src/lib/reminders/**'], { may: ['reminders', 'domain', 'db'] }),
  wall(['src/lib/ui/**'], { may: ['ui', 'domain'], packages: ['chart.js'], messages: true }),
  wall(['src/routes/**', 'src/hooks*.ts'], { may: ROOMS, messages: true, kit: true }),
  wall(['src/service-worker/**'], {
    may: ['domain', 'reminders', 'db'],
    messages: true,
    kit: true
  }),
  {
    // The wall keeps $app out of ui/: routes resolve a link and hand it in as a prop.
    files: ['src/lib/ui/**'],
    rules: { 'svelte/no-navigation-without-resolve': ['error', { ignoreLinks: true }] }
  },
  {
    files: ['tests/**', '*.js', '*.ts'],
    rules: {
      'no-console': 'off',
      // Playwright reads from the pattern which fixtures a function asks for, even if none.
      'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }]
    }
  }
);
