/** A ring: an instant in seconds since the epoch, and for how many seconds after it it's worth a ring. */
export type Ring = readonly [at: number, ttl: number];

/** The bytes of a stored ring: four of its instant, two of its time to live. */
const BYTES = 6;

/** Packs rings for a row of the store. Each instant has to fit in 32 bits, each time to live in 16. */
export function packRings(rings: readonly Ring[]): Uint8Array {
  const bytes = new Uint8Array(rings.length * BYTES);
  const view = new DataView(bytes.buffer);
  for (const [index, [at, ttl]] of rings.entries()) {
    view.setUint32(index * BYTES, at);
    view.setUint16(index * BYTES + 4, ttl);
  }
  return bytes;
}

/** Reads what {@link packRings} has written. */
export function unpackRings(bytes: Uint8Array): Ring[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: bytes.byteLength / BYTES }, (_, index) => [
    view.getUint32(index * BYTES),
    view.getUint16(index * BYTES + 4)
  ]);
}

/**
 * The ring that a plan begins with as it comes in: the next one, or the one that is due where nobody
 * was rung for it and it's still worth it. The plan may have been on its way.
 *
 * @param before what it takes the place of: its rings, and when they were to be looked at next
 */
export function firstRing(
  rings: readonly Ring[],
  before: { readonly rings: readonly Ring[]; readonly next: number | null } | undefined,
  now: number
): Ring | undefined {
  const due = ringDue(rings, now);
  const isOver = !due || due[0] + due[1] < now;
  const wasPlanned = before?.rings.some(([at]) => at === due?.[0]);
  const isUnrung = !wasPlanned || (before?.next ?? Infinity) <= (due?.[0] ?? 0);
  return !isOver && isUnrung ? due : ringAfter(rings, now);
}

/** The first of the rings after an instant; undefined where there is none. */
export function ringAfter(rings: readonly Ring[], instant: number): Ring | undefined {
  return rings.find(([at]) => at > instant);
}

/**
 * The ring that is due: the last one whose instant has come. Those before it are over, since one ring
 * is as good as several. Undefined where none has come yet.
 */
export function ringDue(rings: readonly Ring[], now: number): Ring | undefined {
  return rings.findLast(([at]) => at <= now);
}
