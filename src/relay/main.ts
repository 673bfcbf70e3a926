// The relay: serves the built site, and rings the devices that have asked for it. docs/relay.md tells
// how it works and what it knows.
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { wire } from './app.ts';
import { isNobody, readConfig, vapidKeys } from './config.ts';
import { log } from './log.ts';
import { openPostgres } from './postgres.ts';
import { pushWith } from './push.ts';
import { Ringer } from './ringer.ts';
import { site } from './site.ts';
import { openSqlite } from './sqlite.ts';

const SITE = 'build';

try {
  await run();
} catch (error) {
  process.stderr.write(`${inWords(error)}\n`);
  process.exit(1);
}

async function run(): Promise<void> {
  const config = readConfig(process.env);
  const { host, port, data, database, contact, base } = config;
  const keys = vapidKeys(data);
  const store = database ? await openPostgres(database) : openSqlite(join(data, 'relay.sqlite'));
  const ringer = new Ringer(store, pushWith(keys, contact), log);

  // Paths may end in a slash or not.
  const app = new Hono({ strict: false });
  app.route(`${base}/relay/v1`, wire(store, { ...config, key: keys.publicKey }));
  if (existsSync(SITE)) app.route('/', site(SITE, base));

  const server = serve({ fetch: app.fetch, hostname: host, port }, (address) => {
    log('started', { port: address.port, store: database ? 'PostgreSQL' : 'SQLite' });
  });
  await once(server, 'listening');
  if (isNobody(config)) {
    log('contact', { missing: 'RELAY_CONTACT: Apple rings no device until it names you' });
  }
  ringer.start();

  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop());

  /** Takes in nothing more, and ends once every ring under way has been answered and written. */
  async function stop(): Promise<void> {
    const closed = new Promise((resolve) => server.close(resolve));
    if ('closeIdleConnections' in server) server.closeIdleConnections();
    await ringer.stop();
    await closed;
    await store.close();
    log('stopped');
  }
}

/** Why the relay didn't start, and what to do about it. */
function inWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, port = '', address = '' } = error as Error & Partial<Record<string, unknown>>;
  if (code === 'EADDRINUSE') {
    return `Port ${port} is in use. End what listens there, or choose another: PORT=4174 npm run relay`;
  }
  if (code === 'EADDRNOTAVAIL') return `This machine has no address ${address}: see HOST.`;
  return `The relay didn’t start. ${error.message || code}`;
}
