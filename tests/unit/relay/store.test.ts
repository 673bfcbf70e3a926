import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../../../src/relay/store.ts';
import { deviceOf, PLACES, type Place } from './stores.ts';

describe.each(Object.keys(PLACES))('%s', (name) => {
  let place: Place | undefined;
  let store: Store;
  let other: Store;

  beforeAll(async () => {
    place = await PLACES[name]?.();
    if (!place) return;
    store = await place.open();
    other = await place.open();
  }, 60_000);

  afterAll(async () => {
    await store?.close();
    await other?.close();
    await place?.remove();
  });

  /** Runs where this kind of database can be had. */
  const on = (title: string, work: () => Promise<void>) =>
    test(title, async (context) => {
      if (!place) return context.skip();
      await store.sweep(Number.MAX_SAFE_INTEGER, 0);
      await work();
    });

  on(
    'claims what is due, the longest due first, and for nobody else until the lease ends',
    async () => {
      for (const [id, next] of [
        ['a', 30],
        ['b', 10],
        ['c', 20],
        ['d', 31],
        ['e', null]
      ] as const) {
        await store.save(deviceOf(id, next), 9);
      }
      expect(await store.claim(9, 99, 9)).toEqual([]);
      const first = await store.claim(30, 45, 2);
      expect(first.map(({ id }) => id).sort()).toEqual(['b', 'c']);
      const { endpoint, body, rings } = deviceOf('b', 10);
      const b = first.find(({ id }) => id === 'b');
      expect(b).toMatchObject({ id: 'b', endpoint, tries: 0, seen: 1, lease: 45 });
      expect([...(b?.body ?? [])]).toEqual([...body]);
      expect([...(b?.rings ?? [])]).toEqual([...rings]);
      expect((await other.claim(30, 45, 9)).map(({ id }) => id)).toEqual(['a']);
      expect(await other.claim(44, 99, 9)).toMatchObject([{ id: 'd' }]);
      expect((await other.claim(45, 99, 9)).map(({ id }) => id).sort()).toEqual(['a', 'b', 'c']);
    }
  );

  on('two that claim at once never get the same device', async () => {
    for (let index = 0; index < 40; index++) await store.save(deviceOf(`d${index}`, 5), 99);
    const claims = await Promise.all(
      [store, other, store, other].map((each) => each.claim(5, 99, 15))
    );
    const ids = claims.flat().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(40);
  });

  on('what was settled waits for its next ring; what is gone is deleted', async () => {
    for (const id of ['a', 'b', 'c']) await store.save(deviceOf(id, 5), 9);
    await store.claim(5, 99, 9);
    await store.settle([
      { id: 'a', seen: 1, lease: 99, isGone: false, next: 7, tries: 2 },
      { id: 'b', seen: 1, lease: 99, isGone: false, next: null, tries: 0 },
      { id: 'c', seen: 1, lease: 99, isGone: true }
    ]);
    expect(await store.claim(98, 99, 9)).toMatchObject([{ id: 'a', tries: 2 }]);
    expect(await store.delete('c', deviceOf('c', 5).token)).toBe(false);
    expect(await store.delete('b', deviceOf('b', 5).token)).toBe(true);
  });

  on('a plan that was renewed while its ring was under way stays as it is', async () => {
    await store.save(deviceOf('a', 5), 9);
    await store.save(deviceOf('b', 5), 9);
    await store.claim(5, 99, 9);
    await other.save(deviceOf('a', 50, 2), 9);
    await other.save(deviceOf('b', 50, 2), 9);
    await store.settle([
      { id: 'a', seen: 1, lease: 99, isGone: true },
      { id: 'b', seen: 1, lease: 99, isGone: false, next: 6, tries: 0 }
    ]);
    expect(await store.claim(49, 99, 9)).toEqual([]);
    expect(await store.claim(50, 99, 9)).toHaveLength(2);
  });

  on('what comes of a claim that somebody else has taken over is not written', async () => {
    for (const id of ['a', 'b']) await store.save(deviceOf(id, 5), 9);
    const lease = { seen: 1, lease: 20 };
    await store.claim(5, 20, 9);
    expect(await other.claim(20, 35, 9)).toMatchObject([{ lease: 35 }, { lease: 35 }]);
    const [id, next] = ['a', 21];
    await other.settle([{ id, seen: 1, lease: 35, isGone: false, next: null, tries: 0 }]);
    await store.settle([
      { id, ...lease, isGone: false, next, tries: 1 },
      { id: 'b', ...lease, isGone: true }
    ]);
    expect((await store.find('a'))?.next).toBeNull();
    expect((await store.find('b'))?.next).toBe(35);
  });

  on('tells what an id has', async () => {
    expect(await store.find('a')).toBeUndefined();
    const device = { ...deviceOf('a', 5), rings: Buffer.from([1, 2, 3, 4, 5, 6]) };
    await store.save(device, 9);
    const { token, rings, next } = (await store.find('a')) ?? {};
    expect([[...(token ?? [])], [...(rings ?? [])], next]).toEqual([
      [...device.token],
      [...device.rings],
      5
    ]);
  });

  on('a renewal takes the place of the plan before, by whoever holds the token', async () => {
    expect(await store.save(deviceOf('a', 5), 9)).toBe(true);
    const theft = { ...deviceOf('a', 1), token: Buffer.from('another') };
    expect(await store.save(theft, 9)).toBe(false);
    expect(await store.claim(4, 99, 9)).toEqual([]);
    expect(await store.save({ ...deviceOf('a', 3), body: Buffer.from([9]) }, 9)).toBe(true);
    const [claimed] = await store.claim(4, 99, 9);
    expect([...(claimed?.body ?? [])]).toEqual([9]);
    expect(await store.delete('a', theft.token)).toBe(false);
    expect(await store.delete('a', deviceOf('a', 5).token)).toBe(true);
    expect(await store.claim(999, 1000, 9)).toEqual([]);
  });

  on('a renewal begins with no tries', async () => {
    await store.save(deviceOf('a', 5), 9);
    await store.claim(5, 99, 9);
    await store.settle([{ id: 'a', seen: 1, lease: 99, isGone: false, next: 7, tries: 3 }]);
    await store.save(deviceOf('a', 8, 2), 9);
    expect(await store.claim(8, 99, 9)).toMatchObject([{ tries: 0 }]);
  });

  on('takes no more devices than it may, but renews those that it has', async () => {
    expect(await store.save(deviceOf('a', 5), 2)).toBe(true);
    expect(await store.save(deviceOf('b', 5), 2)).toBe(true);
    expect(await store.save(deviceOf('c', 5), 2)).toBe(false);
    expect(await store.save(deviceOf('b', 6), 2)).toBe(true);
    await store.delete('a', deviceOf('a', 5).token);
    expect(await store.save(deviceOf('c', 5), 2)).toBe(true);
  });

  on('forgets devices that were not renewed, and sooner those with no ring left', async () => {
    const instant = 1_800_000_000_000;
    await store.save(deviceOf('a', 5, instant), 9);
    await store.save(deviceOf('b', 5, instant + 1), 9);
    await store.save(deviceOf('empty', null, instant + 6), 9);
    await store.save(deviceOf('fresh', null, instant + 7), 9);
    expect(await store.sweep(instant + 1, instant + 7)).toBe(2);
    expect(await store.delete('fresh', deviceOf('fresh', null).token)).toBe(true);
    expect(await store.claim(5, 99, 9)).toMatchObject([{ id: 'b', seen: instant + 1 }]);
  });

  on('what was saved is there for whoever opens it later', async () => {
    await store.save(deviceOf('a', 5), 9);
    const later = await place?.open();
    await later?.check();
    expect(await later?.claim(5, 99, 9)).toHaveLength(1);
    await later?.close();
  });
});
