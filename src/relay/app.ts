import { createHash } from 'node:crypto';
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import type { Log } from './log.ts';
import type { Ringer } from './ringer.ts';
import { firstRing, packRings, unpackRings } from './rings.ts';
import type { Store } from './store.ts';
import { LIMITS, readPlan, REQUEST_MAX } from './wire.ts';

interface Options {
  /** The key that devices subscribe with. */
  readonly key: string;
  /** How many devices there may be. */
  readonly devices: number;
  /** Origins of sites elsewhere whose devices this relay rings. */
  readonly sites: readonly string[];
  /** Origins that stand in for the push services of the makers. */
  readonly pushStands: readonly string[];
}

const ID = /^[\w-]{16,64}$/;
const TOKEN = /^Bearer ([\w-]{43})$/;

/** The wire of the relay: what devices ask of it over HTTP. docs/relay.md tells of it. */
export function wire(
  store: Store,
  ringer: Pick<Ringer, 'isWell'>,
  { key, devices, sites, pushStands }: Options,
  log: Log
): Hono {
  const app = new Hono();
  app.use(async (context, next) => {
    await next();
    context.header('Cache-Control', 'no-store');
  });
  if (sites.length > 0) {
    app.use(cors({ origin: [...sites], allowMethods: ['GET', 'PUT', 'DELETE'], maxAge: 86_400 }));
  }
  app.onError((error, context) => {
    // Whoever went away amid a request says nothing of the database.
    if (!context.req.raw.signal.aborted) log('store', { error: String(error) });
    return fault(context, 500, 'store');
  });

  app.get('/', (context) => context.json({ relay: 1, key, limits: LIMITS }));

  app.get('/health', async (context) => {
    await store.check();
    return ringer.isWell ? context.json({ ok: true }) : fault(context, 500, 'store');
  });

  app.put(
    '/devices/:id',
    bodyLimit({ maxSize: REQUEST_MAX, onError: (context) => fault(context, 413, 'size') }),
    async (context) => {
      const id = context.req.param('id');
      const token = tokenOf(context);
      if (!ID.test(id)) return fault(context, 400, 'id');
      if (!token) return fault(context, 403, 'device');
      const now = Date.now();
      const instant = Math.floor(now / 1000);
      const given: unknown = await context.req.json().catch(() => undefined);
      const plan = readPlan(given, instant, pushStands);
      if (typeof plan === 'string') return fault(context, 400, plan);
      const { endpoint, body, rings } = plan;
      const before = await store.find(id);
      if (before && Buffer.compare(before.token, token) !== 0) return fault(context, 403, 'device');
      const old = before && { rings: unpackRings(before.rings), next: before.next };
      const next = firstRing(rings, old, instant)?.[0] ?? null;
      const packed = packRings(rings);
      const device = { id, token, endpoint, body, rings: packed, next, seen: now };
      if (!(await store.save(device, devices))) return fault(context, 429, 'full');
      // A device that was there before learns whether it still was.
      return context.body(null, before ? 204 : 201);
    }
  );

  app.delete('/devices/:id', async (context) => {
    const id = context.req.param('id');
    const token = tokenOf(context);
    const isGone = token && ID.test(id) && (await store.delete(id, token));
    // No such device and another's look alike: nobody learns which ids there are.
    return isGone ? context.body(null, 204) : fault(context, 403, 'device');
  });

  app.all('*', (context) => fault(context, 404, 'path'));
  return app;
}

/** The SHA-256 of what a device proves itself with; undefined where it brings nothing of the kind. */
function tokenOf(context: Context): Uint8Array | undefined {
  const [, token] = TOKEN.exec(context.req.header('Authorization') ?? '') ?? [];
  return token === undefined ? undefined : createHash('sha256').update(token).digest();
}

function fault(context: Context, status: 400 | 403 | 404 | 413 | 429 | 500, name: string) {
  return context.json({ fault: name }, status);
}
