// The relay: serves the built site, and rings the devices that have asked for it. docs/relay.md tells
// how it works and what it knows.
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { wire } from './app.ts';
import { isNobody, readConfig, vapidKeys } from './config.ts';
import { logTo } from './log.ts';
import { openPostgres } from './postgres.ts';
import { pushWith } from './push.ts';
import { Ringer } from './ringer.ts';
import { site } from './site.ts';
import { openSqlite } from './sqlite.ts';

const SITE = 'build';

/** How long a request may take to come in, and, at the end, to be answered: in milliseconds. */
const PATIENCE = { requestTimeout: 30_000, headersTimeout: 10_000 };
const GRACE = 5000;
/** By then it ends, whoever doesn't answer: what it had claimed is left to others. */
const LAST = 15_000;

try {
  await run();
} catch (error) {
  process.stderr.write(`${inWords(error)}\n`);
  process.exit(1);
}

async function run(): Promise<void> {
  const config = readConfig(process.env);
  // What it writes is for nobody else on this machine, in whose folder ever.
  process.umask(0o077);
  const { host, port, data, database, contact, base } = config;
  const keys = vapidKeys(data);
  const store = database ? await openPostgres(database) : openSqlite(join(data, 'relay.sqlite'));
  const log = logTo((line) => process.stdout.write(line));
  // Whoever read the log may have gone. It goes on ringing.
  process.stdout.on('error', () => undefined);
  const ringer = new Ringer(store, pushWith(keys, contact), log);

  // Paths may end in a slash or not.
  const app = new Hono({ strict: false });
  app.route(`${base}/relay/v1`, wire(store, ringer, { ...config, key: keys.publicKey }, log));
  if (existsSync(SITE)) app.route('/', site(SITE, base));

  const asked = { fetch: app.fetch, hostname: host, port, serverOptions: PATIENCE };
  const server = serve(asked) as Server;
  await once(server, 'listening');
  ringer.start();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop());
  const address = server.address() as AddressInfo;
  log('started', { port: address.port, store: database ? 'PostgreSQL' : 'SQLite' });
  if (isNobody(config)) {
    log('contact', { missing: 'RELAY_CONTACT: Apple rings no device until it names you' });
  }

  /** Takes in nothing more, and ends once every ring under way has been answered and written. */
  async function stop(): Promise<void> {
    setTimeout(() => process.exit(1), LAST).unref();
    const closed = new Promise((resolve) => server.close(resolve));
    // Who is slow to ask can't keep it from ending.
    const answered = Promise.race([closed, rest(GRACE, undefined, { ref: false })]);
    await ringer.stop();
    await answered;
    server.closeAllConnections();
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
