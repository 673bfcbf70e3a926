import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

const FILES = readdirSync('src', { recursive: true, withFileTypes: true })
  .filter((file) => file.isFile() && /\.(ts|js|svelte)$/.test(file.name))
  .map(({ parentPath, name }) => posix.join(parentPath.replaceAll('\\', '/'), name))
  .filter((path) => !path.includes('/paraglide/'));

/** The files of src that a file imports: values and types, at once or later. */
function importsOf(path: string): string[] {
  const source = readFileSync(path, 'utf8');
  const code = path.endsWith('.svelte')
    ? [...source.matchAll(/<script[^>]*>([^]*?)<\/script>|(import\('[^']+'\))/g)]
        .map(([, script, later]) => script ?? later)
        .join('\n')
    : source;
  const named = ts.preProcessFile(code).importedFiles.map(({ fileName }) => fileName);
  return named
    .map((name) =>
      name.startsWith('.')
        ? posix.join(posix.dirname(path), name)
        : name.replace(/^#(lib|i18n)\//, 'src/$1/')
    )
    .filter((name) => FILES.includes(name));
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
