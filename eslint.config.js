import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

const SLICES = [
  'about',
  'account',
  'backup',
  'device',
  'due',
  'language',
  'lock',
  'patterns',
  'moments',
  'practices',
  'record',
  'reminders',
  'safety',
  'shell',
  'time'
];

/** Models, and what records are declared with. */
const PURE_FILES = [
  'src/lib/**/model/**',
  'src/lib/record/**',
  'src/lib/practices/**/record.ts',
  'src/lib/practices/registry.ts',
  'src/lib/time/{day,month,week,duration}.ts'
];

/** What a model may name: other models, the pure part of time, and what stands beside it. */
const MODELS =
  '^(?!\\./[\\w.]+$|\\./\\w+/record\\.ts$|(\\.\\./)+(\\w+/)*model/|(\\.\\./)+(record|registry)\\.ts$|#lib/(\\w+/)*model/|#lib/time/(day|month|week|duration)\\.ts$|#lib/record/|#lib/practices/(\\w+/)?(record|registry)\\.ts$)';

/**
 * Browsers keep what stands in form fields on the disk, in the open, unless each field says no. A
 * field whose value is worked out (a passphrase, for the password manager) answers for itself.
 */
const FIELDS = {
  selector:
    'SvelteElement[name.name=/^(input|textarea|select)$/]:not(:has(SvelteAttribute[key.name="autocomplete"][value.0.value="off"])):not(:has(SvelteAttribute[key.name="autocomplete"][value.0.type="SvelteMustacheTag"]))',
  message: 'A field says autocomplete="off": else the browser keeps what is written in it.'
};

/**
 * One wall: what the files named may not import, on top of what nobody may. Static and dynamic
 * imports, by alias and by relative path, are all covered.
 *
 * @param {string[]} files
 * @param {{ dexie?: boolean; chart?: boolean; kit?: boolean; messages?: boolean; shut?: [string, string][]; also?: object[] }} doors
 */
function wall(
  files,
  { dexie = false, chart = false, kit = false, messages = true, shut = [], also = [] }
) {
  const closed = [
    ...shut,
    [`^(\\.\\./)+(${SLICES.join('|')})/`, 'other slices are reached by #lib/…'],
    ['/routes/', 'a wall: nothing reaches into routes/'],
    ...(dexie ? [] : [['^dexie', 'a wall: dexie only in a store/']]),
    ...(chart ? [] : [['^chart\\.js', 'a wall: chart.js only in account/weeks/']]),
    ...(kit
      ? []
      : [
          [
            '^\\$(service-worker|env|app/(?!(paths|env)$))',
            'a wall: Kit only in routes/, shell/ and the service worker'
          ]
        ]),
    ...(messages ? [] : [['^#i18n/', 'a wall: words are for screens']])
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
        FIELDS,
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
  .map((name) => ({ name, message: 'A model is pure: values in, values out.' }));

const NO_CLOCK = [
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']" },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]" },
  { selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']" },
  { selector: "MemberExpression[object.name='Temporal'][property.name='Now']" },
  { selector: 'CallExpression[callee.name=/^\\$(state|derived|effect)/]' }
].map((rule) => ({
  ...rule,
  message: 'A model is pure: clock, ids and chance come in as arguments.'
}));

export default ts.config(
  { ignores: ['build', 'build-relay', '.svelte-kit', 'src/i18n/paraglide', 'tests/.results'] },
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
  wall(['src/lib/**'], {}),
  wall(['src/lib/**/store/**'], { dexie: true }),
  wall(['src/lib/account/weeks/**'], { chart: true }),
  wall(['src/lib/shell/**'], { kit: true }),
  // The one door to Kit's router for what lies below the shell.
  wall(['src/lib/ui/navigation.ts'], { kit: true }),
  wall(['src/lib/ui/!(navigation.ts)'], {
    shut: [
      ['^#lib/(?!ui/|time/|device/|store/|\\w+/model/)', 'a wall: ui/ knows no feature'],
      ['^\\$app/', 'a wall: a widget is handed its links']
    ]
  }),
  wall(PURE_FILES, {
    messages: false,
    shut: [[MODELS, 'a wall: a model reaches other models and time, nothing else']],
    also: NO_CLOCK
  }),
  {
    files: [...PURE_FILES, 'src/lib/language/**'],
    rules: { 'no-restricted-globals': ['error', ...PURE] }
  },
  wall(['src/lib/language/**'], {
    messages: false,
    shut: [['^(?!\\./|\\.\\./\\w+\\.ts$)', 'a wall: language/ reaches nothing outside itself']],
    also: NO_CLOCK
  }),
  wall(['src/routes/**', 'src/hooks*.ts', 'src/service-worker/**'], { kit: true }),
  wall(['src/relay/**'], {
    messages: false,
    shut: [['^#lib/', 'a wall: the relay knows nothing of the app']]
  }),
  {
    // Widgets are handed their links: whoever uses one has resolved them.
    files: ['src/lib/**'],
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
