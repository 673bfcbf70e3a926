import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { headerRules } from './headers.js';

/** The built site, with the headers that it asks for. */
export function site(folder: string, base: string): Hono {
  const app = new Hono();
  const rules = headerRules(folder);
  const missing = readFileSync(join(folder, '404.html'), 'utf8');
  const inSite = (path: string) => path.slice(base.length);
  app.use(async (context, next) => {
    await next();
    const path = inSite(context.req.path);
    for (const { names, name, value } of rules) {
      if (names(path)) context.header(name, value, { append: true });
    }
    if (!context.res.headers.has('Cache-Control')) context.header('Cache-Control', 'no-cache');
  });
  app.get('*', serveStatic({ root: folder, rewriteRequestPath: inSite }));
  app.notFound((context) => context.html(missing, 404));
  return app;
}
