import { spawnSync } from 'node:child_process';
import { createPublicKey, randomUUID, verify } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, type TestContext } from 'vitest';
import { openPostgres } from '../../../src/relay/postgres.ts';
import { packRings } from '../../../src/relay/rings.ts';
import { openSqlite } from '../../../src/relay/sqlite.ts';
import { startPostgres } from '../../postgres.js';
import {
  buildRelay,
  newToken,
  RELAY_FOLDER,
  startPushService,
  startRelay,
  upload,
  type Posted,
  type Relay
} from '../../relay.js';
import { standBetween } from './standBetween.ts';
import { deviceOf } from './stores.ts';

/*
 * The relay as it runs: a process of its own, the push service on another port, instants that come.
 */

beforeAll(buildRelay, 60_000);

const seconds = () => Math.floor(Date.now() / 1000);
/** An instant by which a plan is long there, on a busy machine too. */
const soon = () => seconds() + 6;
const sum = (counts: readonly number[]) => counts.reduce((one, other) => one + other, 0);
const until = (instant: number) =>
  new Promise((resolve) => setTimeout(resolve, instant * 1000 - Date.now()));

/** A push service, and what starts a relay that keeps its data. */
async function begin(
  onTestFinished: TestContext['onTestFinished'],
  database: string | undefined,
  answer?: Parameters<typeof startPushService>[0]
) {
  const folder = mkdtempSync(join(tmpdir(), 'toward-relay-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const service = await startPushService(answer);
  onTestFinished(service.stop);
  const start = async (env = {}): Promise<Relay> => {
    const relay = await startRelay({
      ...{ RELAY_DATA: folder, RELAY_PUSH_STANDS: service.origin },
      ...(database && { RELAY_DATABASE: database }),
      ...env
    });
    onTestFinished(async () => void (await relay.end('SIGKILL')));
    return relay;
  };
  const open = async () =>
    database ? openPostgres(database) : openSqlite(join(folder, 'relay.sqlite'));
  const plan = (rings: [number, number][], path: string = randomUUID()) => ({
    ...{ endpoint: `${service.origin}/${path}`, body: 'AAEC_w', rings }
  });
  const of = ({ endpoint }: { endpoint: string }): Posted[] =>
    service.posted.filter(({ path }) => endpoint.endsWith(path));
  /** How often each of many was posted. To look for each in all starves the service, which runs here too. */
  const counts = (plans: readonly { endpoint: string }[]) => {
    const times = new Map<string, number>();
    for (const { path } of service.posted) times.set(path, (times.get(path) ?? 0) + 1);
    return plans.map(({ endpoint }) => times.get(new URL(endpoint).pathname) ?? 0);
  };
  return { start, open, plan, of, counts, service, folder };
}

/** What a test is given: what it checks with, and what begins it. */
interface Given {
  readonly expect: TestContext['expect'];
  readonly begin: (answer?: Parameters<typeof startPushService>[0]) => ReturnType<typeof begin>;
}

// Side by side: most of the time instants are waited for.
describe.concurrent.each(['SQLite', 'PostgreSQL'])('on %s', (kind) => {
  let server: Awaited<ReturnType<typeof startPostgres>>;

  beforeAll(async () => {
    if (kind === 'PostgreSQL') server = await startPostgres();
  }, 60_000);
  // Ending it takes its time where the disk is busy.
  afterAll(() => server?.stop(), 60_000);

  /** Runs where this kind of database can be had. */
  const on = (title: string, work: (given: Given) => Promise<void>) =>
    test(title, async (context) => {
      if (kind === 'PostgreSQL' && !server) return context.skip();
      const { expect, onTestFinished } = context;
      await work({ expect, begin: (answer) => begin(onTestFinished, server?.create(), answer) });
    });

  /** A storm takes its time: in the short rounds it's on one of the two. */
  const onOne = (backEnd: string, title: string, work: (given: Given) => Promise<void>) => {
    if (kind === backEnd || process.env.FAULT_ROUNDS) on(title, work);
  };

  /** A thousand plans whose ring is due at an instant, in the store that a relay will open. */
  async function saveThousand({ open, plan }: Awaited<ReturnType<typeof begin>>, due = seconds()) {
    const store = await open();
    const plans = Array.from({ length: 1000 }, () => plan([[due, 3600]]));
    for (const { endpoint, rings } of plans) {
      const device = deviceOf(randomUUID(), due, Date.now());
      await store.save({ ...device, endpoint, rings: packRings(rings) }, 1000);
    }
    await store.close();
    return plans;
  }

  /** Answers posts, and resolves `amid` at the 400th. */
  function countTo400() {
    let sent = 0;
    let reach: () => void = () => undefined;
    const amid = new Promise<void>((resolve) => (reach = resolve));
    const answer = () => {
      if (++sent === 400) reach();
      return 201;
    };
    return { answer, amid };
  }

  on(
    'posts what the device has sealed at each of its instants, and says who posts',
    async ({ expect, begin }) => {
      const { start, plan, of, service } = await begin();
      const relay = await start({ RELAY_CONTACT: 'mailto:host@example.org' });
      const first = soon();
      const given = plan([
        [first, 300],
        [first + 1, 300]
      ]);
      expect(await upload(relay, randomUUID(), newToken(), given)).toMatchObject({ status: 201 });
      await expect.poll(() => of(given), { timeout: 20_000 }).toHaveLength(2);
      const [one, two] = of(given);
      expect(one?.at).toBeGreaterThanOrEqual(first * 1000);
      expect(two?.at).toBeGreaterThanOrEqual((first + 1) * 1000);
      expect([...(one?.body ?? [])]).toEqual([0, 1, 2, 255]);
      const { ttl, topic, urgency, 'content-encoding': encoding } = one?.headers ?? {};
      expect([topic, urgency, encoding]).toEqual(['reminder', 'high', 'aes128gcm']);
      const late = Math.ceil((one?.at ?? 0) / 1000) - first;
      expect(Number(ttl)).toBeGreaterThanOrEqual(300 - late);
      expect(Number(ttl)).toBeLessThanOrEqual(300);
      const { key } = (await (await fetch(`${relay.origin}/relay/v1`)).json()) as { key: string };
      expect(claimsOf(one?.headers.authorization ?? '', key)).toMatchObject({
        ...{ aud: service.origin, sub: 'mailto:host@example.org' }
      });
    }
  );

  on(
    'tries again where the service is busy, and forgets a device that is gone',
    async ({ expect, begin }) => {
      let tries = 0;
      const { start, plan, of } = await begin(({ path }) =>
        path === '/gone' ? 410 : ++tries < 3 ? [429, { 'Retry-After': '1' }] : 201
      );
      const relay = await start();
      const [busy, gone] = [plan([[soon(), 60]], 'busy'), plan([[soon(), 60]], 'gone')];
      const id = randomUUID();
      await upload(relay, randomUUID(), newToken(), busy);
      await upload(relay, id, newToken(), gone);
      await expect.poll(() => of(busy), { timeout: 20_000 }).toHaveLength(3);
      const ttls = of(busy).map(({ headers }) => Number(headers.ttl));
      expect(ttls[2]).toBeLessThan(ttls[0] ?? 0);
      // Its id is anyone's now.
      await expect
        .poll(() => upload(relay, id, newToken(), plan([])), { timeout: 20_000 })
        .toMatchObject({ status: 201 });
      const why = () => relay.lines.filter(({ what }) => what === 'again').map(({ why }) => why);
      expect(why()).toEqual([429]);
    }
  );

  on(
    'down over a ring: it comes late while it is worth it, and else not at all',
    async ({ expect, begin }) => {
      const { start, plan, of } = await begin();
      const relay = await start();
      const due = soon();
      const [late, over] = [plan([[due, 3600]]), plan([[due, 0]])];
      for (const each of [late, over]) await upload(relay, randomUUID(), newToken(), each);
      expect(await relay.end('SIGTERM')).toBe(0);
      await until(due + 2);
      const restarted = seconds();
      await start();
      await expect.poll(() => of(late), { timeout: 20_000 }).toHaveLength(1);
      expect(Number(of(late)[0]?.headers.ttl)).toBeLessThanOrEqual(3600 - (restarted - due));
      expect(of(over)).toHaveLength(0);
    }
  );

  if (kind === 'SQLite') {
    on(
      'restored from an old file it rings as that says, and takes the others in again',
      async ({ expect, begin }) => {
        const { start, plan, of, folder } = await begin();
        const file = join(folder, 'relay.sqlite');
        const [old, lost] = [
          [randomUUID(), newToken()],
          [randomUUID(), newToken()]
        ] as const;
        // By then two relays have come and gone, on a busy machine too.
        const due = soon() + 30;
        const [given, before] = [plan([[due, 60]]), plan([[due, 60]])];
        const first = await start();
        await upload(first, ...old, before);
        await first.end('SIGTERM');
        cpSync(file, `${file}.old`);
        const second = await start();
        await upload(second, ...old, plan([]));
        await upload(second, ...lost, given);
        await second.end('SIGTERM');
        cpSync(`${file}.old`, file);
        const third = await start();
        expect(await upload(third, ...lost, given)).toMatchObject({ status: 201 });
        for (const each of [before, given]) {
          await expect.poll(() => of(each), { timeout: 60_000 }).toHaveLength(1);
        }
        expect(await upload(third, ...old, plan([]))).toMatchObject({ status: 204 });
      }
    );
  }

  on(
    'asked to stop amid a ring, it waits for the answer and rings once',
    async ({ expect, begin }) => {
      let answer: (status: number) => void = () => undefined;
      const { start, plan, of } = await begin(() => new Promise((resolve) => (answer = resolve)));
      const relay = await start();
      const given = plan([[soon(), 60]]);
      await upload(relay, randomUUID(), newToken(), given);
      await expect.poll(() => of(given), { timeout: 20_000 }).toHaveLength(1);
      const ended = relay.end('SIGTERM');
      answer(201);
      expect(await ended).toBe(0);
      const [told] = relay.lines.filter(({ what }) => what === 'rings');
      expect(told).toMatchObject({ sent: 1, again: 0 });
      await start();
      await until(seconds() + 3);
      expect(of(given)).toHaveLength(1);
    }
  );

  onOne(
    'SQLite',
    'killed amid a thousand due rings, each is sent at least once, and at most twice',
    async ({ expect, begin }) => {
      const { answer, amid } = countTo400();
      const begun = await begin(answer);
      const plans = await saveThousand(begun);
      const relay = await begun.start();
      await amid;
      await relay.end('SIGKILL');
      await begun.start();
      const counts = () => begun.counts(plans);
      await expect.poll(() => Math.min(...counts()), { timeout: 120_000, interval: 500 }).toBe(1);
      expect(Math.max(...counts())).toBeLessThanOrEqual(2);
    }
  );

  onOne(
    'PostgreSQL',
    'two relays on one database share its rings; one is killed, and none is lost or sent thrice',
    async ({ expect, begin }) => {
      const { answer, amid } = countTo400();
      const begun = await begin(answer);
      // By then both are there, unless the machine is very busy: then one rings more than the other.
      const plans = await saveThousand(begun, seconds() + 20);
      const [other, relay] = [await begun.start(), await begun.start()];
      await amid;
      await relay.end('SIGKILL');
      const counts = () => begun.counts(plans);
      await expect.poll(() => Math.min(...counts()), { timeout: 120_000, interval: 500 }).toBe(1);
      expect(Math.max(...counts())).toBeLessThanOrEqual(2);
      expect(await other.end('SIGTERM')).toBe(0);
    }
  );

  onOne(
    'SQLite',
    'asked to stop amid a thousand due rings, each is sent once, and so is what it took in last',
    async ({ expect, begin }) => {
      const { answer, amid } = countTo400();
      const begun = await begin(answer);
      const plans = await saveThousand(begun);
      const relay = await begun.start({ RELAY_DEVICES: '1001' });
      await amid;
      const last = begun.plan([[soon(), 3600]]);
      expect(await upload(relay, randomUUID(), newToken(), last)).toMatchObject({ status: 201 });
      expect(await relay.end('SIGTERM')).toBe(0);
      const next = await begun.start();
      const counts = () => begun.counts([...plans, last]);
      await expect.poll(() => Math.min(...counts()), { timeout: 120_000, interval: 500 }).toBe(1);
      expect(await next.end('SIGTERM')).toBe(0);
      // On a machine so busy that a post went unanswered for too long, that one comes again.
      const told = [...relay.lines, ...next.lines].filter(({ what }) => what === 'rings');
      const again = sum(told.map((line) => Number(line.again)));
      expect(sum(counts())).toBeLessThanOrEqual(1001 + again);
    }
  );

  on('a plan that was a little late on its way rings all the same, once', async (given) => {
    const { start, plan, of } = await given.begin();
    const relay = await start();
    const late = plan([[seconds() - 2, 60]]);
    const [id, token] = [randomUUID(), newToken()];
    await upload(relay, id, token, late);
    await given.expect.poll(() => of(late), { timeout: 20_000 }).toHaveLength(1);
    await upload(relay, id, token, late);
    await until(seconds() + 3);
    given.expect(of(late)).toHaveLength(1);
  });

  on('what was not renewed for long goes as it starts', async ({ expect, begin }) => {
    const { start, open } = await begin();
    const store = await open();
    await store.save(deviceOf('old', null, 1), 9);
    await store.close();
    const relay = await start();
    const forgotten = () => relay.lines.find(({ what }) => what === 'forgotten');
    await expect.poll(forgotten, { timeout: 20_000 }).toMatchObject({ devices: 1 });
  });

  on('keeps to its limits, and tells nobody which devices there are', async ({ expect, begin }) => {
    const { start, plan } = await begin();
    const relay = await start({ RELAY_DEVICES: '1', RELAY_SITES: 'https://toward.example' });
    const devices = `${relay.origin}/relay/v1/devices`;
    const [id, token] = [randomUUID(), newToken()];
    const ask = (method: string, path: string, bearer?: string) =>
      fetch(`${devices}/${path}`, {
        method,
        ...(bearer && { headers: { Authorization: `Bearer ${bearer}` } })
      }).then(async (answer) => [answer.status, await answer.text()]);
    expect(await upload(relay, id, token, plan([]))).toMatchObject({ status: 201 });
    expect(await upload(relay, id, token, plan([]))).toMatchObject({ status: 204 });
    expect(await upload(relay, id, newToken(), plan([]))).toEqual({ status: 403, fault: 'device' });
    expect(await upload(relay, id, 'short', plan([]))).toEqual({ status: 403, fault: 'device' });
    expect(await upload(relay, 'x', token, plan([]))).toEqual({ status: 400, fault: 'id' });
    expect(
      await upload(relay, id, token, { ...plan([]), endpoint: 'https://evil.example' })
    ).toEqual({ status: 400, fault: 'host' });
    expect(await upload(relay, id, token, 'x'.repeat(20_000))).toEqual({
      ...{ status: 413, fault: 'size' }
    });
    expect(await upload(relay, randomUUID(), token, plan([]))).toEqual({
      ...{ status: 429, fault: 'full' }
    });
    const no = [403, '{"fault":"device"}'];
    expect(await ask('DELETE', id)).toEqual(no);
    expect(await ask('DELETE', id, newToken())).toEqual(no);
    expect(await ask('DELETE', randomUUID(), token)).toEqual(no);
    expect(await ask('DELETE', '%00', token)).toEqual(no);
    expect(await ask('DELETE', id, token)).toEqual([204, '']);
    expect(await ask('DELETE', id, token)).toEqual(no);
    const allowed = async (origin: string) => {
      const headers = { Origin: origin, 'Access-Control-Request-Method': 'PUT' };
      const answer = await fetch(`${devices}/${id}`, { method: 'OPTIONS', headers });
      return answer.headers.get('Access-Control-Allow-Origin');
    };
    expect(await allowed('https://toward.example')).toBe('https://toward.example');
    expect(await allowed('https://evil.example')).toBeNull();
    const health = await fetch(`${relay.origin}/relay/v1/health`);
    expect([health.status, await health.json()]).toEqual([200, { ok: true }]);
    const nowhere = await fetch(`${relay.origin}/relay/v1/devices`);
    expect([nowhere.status, await nowhere.json()]).toEqual([404, { fault: 'path' }]);
    expect(JSON.stringify(relay.lines)).not.toMatch(new RegExp(`${id}|127\\.0\\.0\\.1`));
  });
});

/** A relay of its own, on SQLite unless it's told otherwise. */
async function startAlone(env = {}) {
  const data = mkdtempSync(join(tmpdir(), 'toward-relay-'));
  const relay = await startRelay({ RELAY_DATA: data, ...env });
  const end = async (signal: NodeJS.Signals = 'SIGTERM') => {
    const code = await relay.end(signal);
    rmSync(data, { recursive: true, force: true });
    return code;
  };
  return { ...relay, data, end };
}

test('what it writes is for nobody else on this machine', async () => {
  const { end, data } = await startAlone();
  for (const name of readdirSync(data)) expect(statSync(join(data, name)).mode & 0o77).toBe(0);
  await end();
});

test('where nobody reads its log any more, it goes on and ends as ever', async () => {
  const relay = await startAlone();
  relay.leaveLog();
  expect(await relay.end()).toBe(0);
});

test('asked to stop while somebody is slow to ask, it ends', async () => {
  const relay = await startAlone();
  const { port } = new URL(relay.origin);
  const slow = connect(Number(port), '127.0.0.1');
  slow.on('error', () => undefined);
  slow.write(`PUT /relay/v1/devices/${randomUUID()} HTTP/1.1\r\nHost: localhost\r\n`);
  slow.write(`Authorization: Bearer ${newToken()}\r\nContent-Length: 100\r\n\r\n{`);
  // By then it has read that.
  expect((await fetch(`${relay.origin}/relay/v1`)).status).toBe(200);
  expect(await relay.end()).toBe(0);
});

/** A relay whose PostgreSQL server the test can cut off. */
async function startBetween({ onTestFinished, skip }: TestContext) {
  const server = await startPostgres();
  if (!server) return skip();
  const between = await standBetween(server.create());
  const service = await startPushService();
  onTestFinished(async () => {
    await service.stop();
    between.stop();
    await server.stop();
  });
  const env = { RELAY_DATABASE: between.url, RELAY_PUSH_STANDS: service.origin };
  const relay = await startAlone(env);
  onTestFinished(async () => void (await relay.end('SIGKILL')));
  return { relay, between, service };
}

test('where the database cuts it off as it writes, it rings on', async (context) => {
  const { relay, between, service } = await startBetween(context);
  between.cutAt('unnest(');
  const rings = [
    [seconds() + 2, 60],
    [seconds() + 3, 60]
  ];
  const plan = { endpoint: `${service.origin}/a`, body: 'AAEC', rings };
  await upload(relay, randomUUID(), newToken(), plan);
  const failed = () => relay.lines.find(({ unsettled }) => unsettled);
  await expect.poll(failed, { timeout: 20_000 }).toMatchObject({ what: 'store' });
  const other = { ...plan, endpoint: `${service.origin}/b` };
  await upload(relay, randomUUID(), newToken(), other);
  const paths = () => service.posted.map(({ path }) => path);
  await expect.poll(paths, { timeout: 20_000 }).toContain('/b');
  expect(await relay.end()).toBe(0);
}, 60_000);

test('where the database never answers, it says so, and ends when asked', async (context) => {
  const { relay, between } = await startBetween(context);
  between.hang();
  const answer = await fetch(`${relay.origin}/relay/v1/health`);
  expect([answer.status, await answer.json()]).toEqual([500, { fault: 'store' }]);
  const told = () => relay.lines.map(({ what }) => what);
  await expect.poll(told, { timeout: 30_000 }).toContain('store');
  await relay.end();
}, 90_000);

test('with its database away it says so, once in a minute, and ends as ever', async (context) => {
  const server = await startPostgres();
  if (!server) return context.skip();
  const relay = await startAlone({ RELAY_DATABASE: server.create() });
  await server.stop();
  const ask = () => fetch(`${relay.origin}/relay/v1/health`);
  for (let count = 0; count < 20; count += 1) {
    const answer = await ask();
    expect([answer.status, await answer.json()]).toEqual([500, { fault: 'store' }]);
  }
  const told = () => relay.lines.filter(({ what }) => what === 'store').map(({ error }) => error);
  await expect.poll(told).not.toEqual([]);
  expect(new Set(told()).size).toBe(told().length);
  expect(await relay.end()).toBe(0);
});

describe('where it can’t start, it says why in a line', () => {
  /** What it says, and its exit code. */
  function fail(env: Record<string, string>, key?: string) {
    const main = [`${RELAY_FOLDER}/main.js`];
    const RELAY_DATA = mkdtempSync(join(tmpdir(), 'toward-relay-'));
    if (key !== undefined) writeFileSync(join(RELAY_DATA, 'vapid.json'), key);
    const all = { ...process.env, RELAY_DATA, PORT: '0', ...env };
    const { stderr, status } = spawnSync(process.execPath, main, { env: all, encoding: 'utf8' });
    rmSync(RELAY_DATA, { recursive: true });
    return [stderr, status];
  }

  test('its port is in use', async () => {
    const { origin, stop } = await startPushService();
    const { port } = new URL(origin);
    expect(fail({ PORT: port })).toEqual([
      `Port ${port} is in use. End what listens there, or choose another: PORT=4174 npm run relay\n`,
      1
    ]);
    await stop();
  });

  test.each([
    [{ HOST: '192.0.2.1' }, 'This machine has no address 192.0.2.1: see HOST.\n'],
    [
      { RELAY_CONTACT: 'me' },
      'The relay didn’t start. RELAY_CONTACT has to be a mailto: or https: address\n'
    ],
    [
      { RELAY_CONTACT: 'https://' },
      'The relay didn’t start. RELAY_CONTACT has to be a mailto: or https: address\n'
    ]
  ])('%j', (env, said) => {
    expect(fail(env)).toEqual([said, 1]);
  });

  test.each([
    '',
    '{"publicKey":',
    'null',
    '{"publicKey":"a"}',
    '{"publicKey":"a","privateKey":"b"}'
  ])('its key is “%s”', (key) => {
    const [said, code] = fail({}, key);
    expect(said).toMatch(/vapid\.json holds no key\. Put it back from a backup, or delete it for/);
    expect(code).toBe(1);
  });
});

/** What a VAPID header (RFC 8292) claims, where its signature is that of the key. */
function claimsOf(header: string, key: string): unknown {
  const [, token = '', told] = /^vapid t=([\w.-]+), ?k=([\w-]+)$/.exec(header) ?? [];
  const [head = '', claims = '', signature = ''] = token.split('.');
  const raw = Buffer.from(key, 'base64url');
  const jwk = {
    ...{ kty: 'EC', crv: 'P-256' },
    ...{ x: raw.subarray(1, 33).toString('base64url'), y: raw.subarray(33).toString('base64url') }
  };
  const publicKey = createPublicKey({ key: jwk, format: 'jwk' });
  const isSigned = verify(
    'sha256',
    Buffer.from(`${head}.${claims}`),
    { key: publicKey, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url')
  );
  if (told !== key || !isSigned) throw new Error(`not signed by ${key}: ${header}`);
  return JSON.parse(Buffer.from(claims, 'base64url').toString());
}
