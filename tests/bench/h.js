// (h) The relay: rings due at once, each picked, sent and answered, against as many bare posts; and
// renewals. Both relay and posts run in a process of their own, to one stand-in for a push service.
// @ts-check
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { buildRelay, newToken, startPushService, startRelay, upload } from '../relay.js';
import { median, rest } from './harness.js';

const DEVICES = 4000;
const RENEWALS = 1000;
/** Of a plan: three a day for four weeks. */
const RINGS = 84;
const ROUNDS = 3;
/** As many as the relay rings at a time. */
const AT_A_TIME = 500;
/** As long as a sealed message. */
const BODY = Buffer.alloc(614, 7);

/** @returns {Promise<import('./harness.js').Row[]>} */
export async function measure() {
  await buildRelay();
  const service = await startPushService();
  /** @type {Record<'ours' | 'theirs' | 'oursOfCore' | 'theirsOfCore' | 'renewals' | 'stored', number[]>} */
  const all = {
    ...{ ours: [], theirs: [], oursOfCore: [], theirsOfCore: [], renewals: [], stored: [] }
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    const rung = await ring(service);
    const posted = await post(service);
    all.ours.push(rung.ms);
    all.oursOfCore.push(rung.ofCore);
    all.renewals.push(rung.renewal);
    all.stored.push(rung.stored);
    all.theirs.push(posted.ms);
    all.theirsOfCore.push(posted.ofCore);
  }
  await service.stop();
  const each = (/** @type {keyof typeof all} */ key) => median(all[key]);
  return [
    {
      what: 'h a ring, against a post',
      ours: each('ours'),
      theirs: each('theirs'),
      unit: 'ms',
      aim: 2
    },
    {
      ...{ what: 'h of it, the processor', unit: 'ms' },
      ...{ ours: each('oursOfCore'), theirs: each('theirsOfCore') }
    },
    {
      ...{ what: 'h a renewal, on the disk, against a post', unit: 'ms' },
      ...{ ours: each('renewals'), theirs: each('theirs') }
    },
    {
      ...{ what: 'h a device stored, against its message', unit: 'kB' },
      ...{ ours: each('stored'), theirs: BODY.length / 1000 }
    }
  ];
}

/** @typedef {Awaited<ReturnType<typeof startPushService>>} Service */

/** @param {Service} service */
async function ring(service) {
  const data = mkdtempSync(join(tmpdir(), 'toward-bench-'));
  const env = { RELAY_DATA: data, RELAY_PUSH_STANDS: service.origin, RELAY_DEVICES: `${DEVICES}` };
  const first = await startRelay(env);
  const renewal = await renew(first, service);
  await first.end('SIGTERM');
  const file = join(data, 'relay.sqlite');
  fill(file, service);
  const stored = statSync(file).size / 1000 / DEVICES;
  service.posted.length = 0;
  const relay = await startRelay(env);
  const ms = await posts(service);
  const ofCore = processorOf(relay.pid) / DEVICES;
  await relay.end('SIGTERM');
  const told = relay.lines.find(({ what }) => what === 'rings');
  if (told?.sent !== DEVICES) throw new Error(`rung otherwise: ${JSON.stringify(told)}`);
  rmSync(data, { recursive: true });
  return { ms, ofCore, renewal, stored };
}

/** Milliseconds for one renewal of a plan. @param {import('../relay.js').Relay} relay @param {Service} service */
async function renew(relay, { origin }) {
  const [at, body] = [Math.floor(Date.now() / 1000) + 86_400, BODY.toString('base64url')];
  const rings = Array.from({ length: RINGS }, (_, index) => [at + index * 28_800, 14_400]);
  const devices = Array.from({ length: 50 }, () => [randomUUID(), newToken()]);
  const start = performance.now();
  for (let count = 0; count < RENEWALS; count += devices.length) {
    const all = devices.map(([id = '', token = '']) =>
      upload(relay, id, token, { endpoint: `${origin}/${id}`, body, rings })
    );
    if ((await Promise.all(all)).some(({ status }) => status > 204)) throw new Error('refused');
  }
  return (performance.now() - start) / RENEWALS;
}

/** Has so many devices due at once. @param {string} file @param {Service} service */
function fill(file, { origin }) {
  const db = new Database(file);
  const now = Math.floor(Date.now() / 1000);
  const rings = Buffer.alloc(6 * RINGS);
  for (let index = 0; index < RINGS; index += 1) {
    rings.writeUInt32BE(now + index * 28_800, 6 * index);
    rings.writeUInt16BE(14_400, 6 * index + 4);
  }
  const insert = db.prepare('insert into device values (?, ?, ?, ?, ?, ?, 0, ?)');
  db.transaction(() => {
    db.exec('delete from device');
    for (let index = 0; index < DEVICES; index += 1) {
      const id = randomUUID();
      insert.run(id, Buffer.alloc(32), `${origin}/${id}`, BODY, rings, now, Date.now());
    }
  })();
  db.exec('vacuum; pragma wal_checkpoint(truncate)');
  db.close();
}

/** The same number of posts with nothing else to do. @param {Service} service */
async function post(service) {
  service.posted.length = 0;
  const child = spawn(process.execPath, ['tests/bench/posts.js', service.origin], {
    env: {
      ...process.env,
      POSTS: `${DEVICES}`,
      AT_A_TIME: `${AT_A_TIME}`,
      BYTES: `${BODY.length}`
    },
    stdio: ['ignore', 'pipe', 'inherit']
  });
  const said = once(child.stdout, 'data');
  const ms = await posts(service);
  return { ms, ofCore: Number(await said) / DEVICES };
}

/** Milliseconds for one of the posts that come now. @param {Service} service */
async function posts({ posted }) {
  while (posted.length < DEVICES) await rest(50);
  return (Number(posted.at(-1)?.at) - Number(posted[0]?.at)) / DEVICES;
}

/** The milliseconds of processor that a process has had: Linux tells it in hundredths. @param {number | undefined} pid */
function processorOf(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
