import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { etag } from 'hono/etag';
import { headerRules } from './headers.js';

/**
 * Makes what serves the built site, with the headers that it asks for.
 *
 * @param base the path below which it was built, as '/toward'; empty for none
 */
export function site(folder: string, base: string): Hono {
  const app = new Hono({ strict: false });
  const rules = headerRules(folder);
  const missing = readFileSync(join(folder, '404.html'), 'utf8');
  const inSite = (path: string) => path.slice(base.length);
  app.use(async (context, next) => {
    await next();
    const path = inSite(context.req.path);
    // What isn't there may be there with the next build.
    const isMissing = context.res.status === 404;
    for (const { names, name, value } of rules) {
      if (isMissing && name === 'Cache-Control') continue;
      if (names(path)) context.header(name, value, { append: true });
    }
    if (!context.res.headers.has('Cache-Control')) context.header('Cache-Control', 'no-cache');
  });
  app.use(compress(), etag());
  app.get(`${base}/_headers`, (context) => context.html(missing, 404));
  app.get(`${base}/*`, async (context, next) => {
    const { pathname: path, search } = new URL(context.req.url);
    // A page is a folder: its own links count on the slash.
    const isPage = !path.endsWith('/') && existsSync(join(folder, inSite(path), 'index.html'));
    if (!isPage) return next();
    return context.redirect(`${path.replace(/^\/+/, '/')}/${search}`, 301);
  });
  app.get(`${base}/*`, serveStatic({ root: folder, rewriteRequestPath: inSite }));
  app.all('*', (context) => context.html(missing, 404));
  return app;
}
