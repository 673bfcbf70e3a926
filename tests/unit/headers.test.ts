import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { headerRules } from '../../src/relay/headers.js';

const README = readFileSync('README.md', 'utf8');
const rules = headerRules('static');
const everywhere = rules.filter(({ path }) => path === '/*');

test('the headers ship with the build, for every file', () => {
  expect(everywhere.map(({ name }) => name)).toEqual([
    'Content-Security-Policy',
    'Cross-Origin-Opener-Policy',
    'Cross-Origin-Resource-Policy',
    'Permissions-Policy',
    'Referrer-Policy',
    'Strict-Transport-Security',
    'X-Content-Type-Options'
  ]);
});

test.each(rules)('$path: $name is the same for nginx and Caddy in the README', ({ value }) => {
  const [, nginx = '', caddy = ''] =
    /```nginx\n([^]*?)```[^]*```caddyfile\n([^]*?)```/.exec(README) ?? [];
  expect(nginx).toContain(`"${value}"`);
  expect(caddy).toContain(`"${value}"`);
});
