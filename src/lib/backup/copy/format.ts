/*
 * The second copy on the device: one line of JSON that says what it is, then the backup itself, as
 * text or sealed by the lock. docs/data.md describes it.
 */

/** What stands in the first line. */
export interface CopyHead {
  /** When it was made, in milliseconds since the epoch. */
  readonly at: number;
  /** How many entries it holds. */
  readonly count: number;
  /** How many entries had ever been retracted by then. */
  readonly retracted: number;
  /** How many rows it holds: entries, records of practices, reminders. Older copies do not say. */
  readonly rows?: number;
  /** How many rows other than entries had ever been removed by then. */
  readonly removed?: number;
  /** How often anything had been removed or rewritten by then. */
  readonly changes?: number;
  /** Of which database it is a copy. Older copies do not say. */
  readonly lineage?: string;
  /** The lock that seals it, as the database keeps it; absent where it is not sealed. */
  readonly lock?: unknown;
}

/** A copy that is whole. */
export interface Copy {
  readonly head: CopyHead;
  readonly body: Uint8Array<ArrayBuffer>;
}

const APP = 'toward-copy';
const VERSION = 1;
const NEWLINE = 10;
/** A head is far shorter, however many ways the lock has. */
const HEAD_MAX = 100_000;

/** The file of a copy. */
export async function packCopy({ head, body }: Copy): Promise<Blob> {
  const sum = { size: body.length, sha256: await hashOf(body) };
  const line = JSON.stringify({ app: APP, version: VERSION, ...sum, head }, withBytes);
  return new Blob([`${line}\n`, body]);
}

/** What the copy says of itself; undefined where it is damaged. Its body has not been looked at. */
export async function readHead(file: Blob): Promise<CopyHead | undefined> {
  return (await readLine(file))?.head;
}

/** The whole copy; undefined where anything in it is not as it was written. */
export async function unpackCopy(file: Blob): Promise<Copy | undefined> {
  const line = await readLine(file);
  if (!line) return undefined;
  const body = new Uint8Array(await file.slice(line.length).arrayBuffer());
  const isWhole = body.length === line.size && (await hashOf(body)) === line.sha256;
  return isWhole ? { head: line.head, body } : undefined;
}

async function readLine(file: Blob) {
  const start = new Uint8Array(await file.slice(0, HEAD_MAX).arrayBuffer());
  const end = start.indexOf(NEWLINE);
  if (end < 0) return undefined;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(start.subarray(0, end));
    const { app, version, size, sha256, head } = Object(JSON.parse(text, asBytes));
    const { at, count, retracted, rows = count, removed = 0, changes = 0 } = Object(head);
    if (app !== APP || version !== VERSION || typeof sha256 !== 'string') return undefined;
    if (!['string', 'undefined'].includes(typeof Object(head).lineage)) return undefined;
    if (![size, at, count, retracted, rows, removed, changes].every(Number.isSafeInteger))
      return undefined;
    return { length: end + 1, size: Number(size), sha256, head: head as CopyHead };
  } catch {
    return undefined;
  }
}

async function hashOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The lock's row holds bytes, which JSON does not know. */
function withBytes(_key: string, value: unknown): unknown {
  return value instanceof Uint8Array ? { bytes: Array.from(value) } : value;
}

function asBytes(_key: string, value: unknown): unknown {
  const { bytes, ...others } = Object(value);
  const isBytes = Array.isArray(bytes) && Object.keys(others).length === 0;
  return isBytes ? Uint8Array.from(bytes) : value;
}
