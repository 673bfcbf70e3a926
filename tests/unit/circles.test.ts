import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

const FILES = readdirSync('src', { recursive: true, withFileTypes: true })
  .filter((file) => file.isFile() && /\.(ts|js|svelte)$/.test(file.name))
  .map(({ parentPath, name }) => posix.join(parentPath.replaceAll('\\', '/'), name))
  .filter((path) => !path.includes('/paraglide/'));

/** The code of a file; of a component, its scripts and what its markup imports later. */
function codeOf(path: string): string {
  const source = readFileSync(path, 'utf8');
  if (!path.endsWith('.svelte')) return source;
  return [...source.matchAll(/<script[^>]*>([^]*?)<\/script>|(import\('[^']+'\))/g)]
    .map(([, script, later]) => script ?? later)
    .join('\n');
}

/** Where a file finds what it imports by a name. */
function pathOf(name: string, path: string): string {
  return name.startsWith('.')
    ? posix.join(posix.dirname(path), name)
    : name.replace(/^#(lib|i18n)\//, 'src/$1/');
}

/** The files of src that a file imports: values and types, at once or later. */
function importsOf(path: string): string[] {
  const named = ts.preProcessFile(codeOf(path)).importedFiles.map(({ fileName }) => fileName);
  return named.map((name) => pathOf(name, path)).filter((name) => FILES.includes(name));
}

/** What a file imports at once, as values: files of src, and packages by their names. */
function valuesOf(path: string): string[] {
  const imports = /^\s*(?:import|export) (?!type )(?:[^;'"]* from )?'([^']+)'/gm;
  return [...codeOf(path).matchAll(imports)].map(([, name = '']) => pathOf(name, path));
}

/** The first circle that is found, as a path from a file back to itself. */
function circleIn(graph: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const next of graph.get(file) ?? []) {
      const circle = visit(next, [...path, file]);
      if (circle) return circle;
    }
    done.add(file);
    return undefined;
  };
  for (const file of graph.keys()) {
    const circle = visit(file, []);
    if (circle) return circle;
  }
  return undefined;
}

test('no file imports itself by way of others, not even for a type', () => {
  const graph = new Map(FILES.map((path) => [path, importsOf(path)]));
  expect([...graph.values()].flat().length).toBeGreaterThan(1000);
  expect(circleIn(graph)).toBeUndefined();
  const [file, [next = ''] = []] = [...graph].find(([, imports]) => imports.length > 0) ?? [''];
  expect(circleIn(new Map(graph).set(next, [file]))).toEqual(expect.arrayContaining([file, next]));
});

/** The slices of src/lib: each may import those before it. */
const ORDER = [
  ...['language', 'time', 'device', 'record', 'store', 'ui', 'lock', 'account', 'moments'],
  ...['reminders', 'practices', 'patterns', 'due', 'backup', 'about', 'safety', 'shell']
];

test('a slice imports only those that stand before it', () => {
  const slice = (path: string) => /^src\/lib\/(\w+)\//.exec(path)?.[1];
  const paths = FILES.filter(slice);
  expect(new Set(paths.map(slice))).toEqual(new Set(ORDER));
  const upward = paths.flatMap((path) =>
    importsOf(path)
      .filter((name) => ORDER.indexOf(slice(name) ?? '') > ORDER.indexOf(slice(path) ?? ''))
      .map((name) => `${path} → ${name}`)
  );
  expect(upward).toEqual([]);
});

/** Hands over the ciphers, which themselves are what a store waits for. */
const CIPHERS = 'src/lib/lock/store/encryptedTable.ts';

test('only its own rooms load the code of a store: whatever fails there is told the same way', () => {
  const loads = FILES.flatMap((path) =>
    [...codeOf(path).matchAll(/import\('([^']+)'\)/g)]
      .map(([, name = '']) => pathOf(name, path))
      .filter((name) => /\/store\/(?!index\.ts)/.test(name) && !path.includes('/store/'))
      .map((name) => `${path} → ${name}`)
  );
  expect(loads).toEqual([`src/lib/shell/database.ts → ${CIPHERS}`]);
});

/** What itself comes only when it's asked for, together with what it reads. */
const LATE = [
  'src/lib/backup/ui/Archive.svelte',
  'src/lib/due/notify/timerWatcher.svelte.ts',
  'src/lib/shell/erase/Erased.svelte'
];

test('no screen brings Dexie along: its code comes when it is first asked for', () => {
  const graph = new Map(FILES.map((path) => [path, valuesOf(path)]));
  /** The way from a file to Dexie, by what is imported at once. */
  const wayFrom = (path: string, seen: Set<string>): string[] | undefined => {
    if (path === 'dexie') return [path];
    if (seen.has(path)) return undefined;
    seen.add(path);
    for (const next of graph.get(path) ?? []) {
      const way = wayFrom(next, seen);
      if (way) return [path, ...way];
    }
    return undefined;
  };
  expect(wayFrom('src/lib/store/database.ts', new Set())).toBeDefined();
  const screens = FILES.filter((path) => /\.svelte(\.ts)?$/.test(path) && !LATE.includes(path));
  expect(screens.flatMap((path) => wayFrom(path, new Set())?.join(' → ') ?? [])).toEqual([]);
});
