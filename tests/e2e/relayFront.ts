import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildRelay, startRelay, type Relay } from '../relay.js';
import { serve, type Site } from '../server.js';
import type { PushService } from './pushService.ts';

/** What the build of a site is made of: with what lies at the top, which sets it up. */
const SOURCES = [
  ...['src', 'static', 'tests/chromium.js'],
  ...readdirSync('.').filter((name) => /\.(js|ts|json)$/.test(name))
];

/** Where the app is, and what its relay was asked: the methods, one after the other. */
export interface Rung {
  readonly origin: string;
  readonly asked: readonly string[];
}

/**
 * Runs the relay behind a front that makes the browser's own push address one of a stand-in on this
 * machine.
 *
 * @param service the stand-in
 * @param siteFor makes the site of a relay elsewhere; otherwise the relay serves its own
 */
export async function withRelay(
  service: PushService,
  work: (rung: Rung) => Promise<void>,
  siteFor?: (relay: string) => Promise<Site>
): Promise<void> {
  await buildRelay();
  const data = await mkdtemp(join(tmpdir(), 'toward-relay-'));
  const asked: string[] = [];
  let relay: Relay | undefined;
  const front = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const { method = '', url = '', headers } = request;
    // Whether it may be asked for anything is asked too, of one elsewhere.
    if (url.startsWith('/relay/') && method !== 'OPTIONS') asked.push(method);
    const body = Buffer.concat(parts).toString();
    const kept = Object.entries(headers).filter(([name]) =>
      /^(authorization|origin|access-control-.*)$/.test(name)
    );
    const answer = await fetch(`${relay?.origin}${url}`, {
      method,
      redirect: 'manual',
      // What fetch unpacks would go on as if it were packed.
      headers: { ...Object.fromEntries(kept), 'Accept-Encoding': 'identity' },
      ...(body && { body: body.replace(service.maker, service.origin) })
    });
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    response.end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(front.address() as AddressInfo).port}`;
  let site: Site | undefined;
  try {
    site = await siteFor?.(origin);
    relay = await startRelay({
      ...{ RELAY_DATA: data, RELAY_PUSH_STANDS: service.origin },
      ...(site && { RELAY_SITES: site.origin })
    });
    await work({ origin: site?.origin ?? origin, asked });
  } finally {
    front.closeAllConnections();
    front.close();
    await site?.stop();
    await relay?.end('SIGTERM');
    await rm(data, { recursive: true, force: true });
  }
}

/** Copies what a build is made of, so that one can be made beside that of the tests. */
export async function copySources(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'toward-copy-'));
  for (const name of SOURCES) await cp(name, join(folder, name), { recursive: true });
  await symlink(resolve('node_modules'), join(folder, 'node_modules'));
  return folder;
}

/** Builds the site for a relay elsewhere, of a copy of the sources, and serves it. */
export async function siteElsewhere(relay: string): Promise<Site> {
  const folder = await copySources();
  const env = { ...process.env, RELAY_ORIGIN: relay };
  const { status, stderr } = spawnSync('npx', ['vite', 'build', '--logLevel', 'error'], {
    ...{ cwd: folder, env, encoding: 'utf8' as const }
  });
  if (status !== 0) throw new Error(stderr);
  const site = await serve(join(folder, 'build'));
  return { ...site, stop: () => site.stop().then(() => rm(folder, { recursive: true })) };
}
