import { openChannel } from '#lib/device/channel.ts';
import { ifAlone } from '#lib/device/webLock.ts';
import { RangeSet, type Dexie } from 'dexie';
import { StorageError } from '#lib/store/storageError.ts';
import {
  areEqual,
  enterOpen,
  enterWithout,
  isShut,
  lock,
  onLockChange,
  openSeal,
  whenStale,
  type OpenLock
} from './session.ts';
import { isLost, noteOff, saveSpare } from './lostLock.ts';
import { forgetOrigin } from './lockRow.ts';
import { theOutside, TURNING } from './outside.ts';
import { db, type LockRow, type Turning } from './tables.ts';

/*
 * The key goes from a tab that has it to one that asks, and to the service worker, by a channel
 * that the browser keeps to this site. It is never written down.
 */

type Message =
  | { readonly what: 'lock' | 'changed' }
  | { readonly what: 'ask'; readonly id: string }
  | { readonly what: 'key'; readonly id: string; readonly dataKey: Uint8Array };

/** How long a tab that opens waits for another one's key, in milliseconds. A later answer counts too. */
const PATIENCE = 300;

const channel = openChannel('toward.lock');
channel?.addEventListener('message', ({ data }: MessageEvent<Message>) => {
  if (data.what === 'lock') letGo();
  if (data.what === 'ask') answer(data.id);
  if (data.what === 'key') quietly(hear(data.id, data.dataKey));
  if (data.what === 'changed') quietly(lookAgain());
});

db.on(
  'ready',
  async (opened) => {
    const device = opened.table<LockRow | Turning>('device');
    const [row, note] = await device.bulkGet(['lock', 'turning']);
    if (note) await finishTurn(opened);
    await meet(row as LockRow | undefined);
  },
  true
);
whenStale((row) => quietly(row ? ask(row) : lookAtRows()));
onLockChange(() => {
  if (isShut(lock.current)) forgetAnswers();
});

interface Question {
  readonly id: string;
  readonly row: LockRow;
  /** Gives up where nobody answers. */
  readonly timer: ReturnType<typeof setTimeout>;
  readonly done: () => void;
}

/** Loads the ciphers. */
export type Ciphers = () => Promise<{
  readonly openLock: (dataKey: Uint8Array) => OpenLock;
  readonly opensRows: (seal: OpenLock['seal']) => Promise<boolean>;
}>;

/** Finds the row of the lock outside the database; undefined where it is nowhere. */
export type SpareLock = () => Promise<LockRow | undefined>;

let findSpare: SpareLock = () => Promise.resolve(undefined);

/** Says where the row of the lock may be found once the database has lost it. */
export function provideSpareLock(find: SpareLock): void {
  findSpare = find;
}

let provide: (load: Ciphers) => void;
const ciphers = new Promise<Ciphers>((resolve) => (provide = resolve));

/** Says how the ciphers are loaded. A service worker can load nothing later, and brings them along. */
export function provideCiphers(load: Ciphers): void {
  provide(load);
}

/** The question that was asked last: answers to any other are ignored. */
let asked: Question | undefined;
let asking: Promise<void> | undefined;

/**
 * Opens the lock in this tab, the worker, and the tabs that wait.
 *
 * @param dataKey is copied, so that the caller can overwrite it
 * @throws StorageError `locked` where it is not the key of this database, `gone` where the lock is
 * off, `damaged` where the row of the lock came from the copy and its key opens none of the rows
 */
export async function takeKey(dataKey: Uint8Array): Promise<void> {
  const row = await db.device.get('lock');
  if (!row) throw new StorageError('gone');
  if (row.fromCopyOf !== undefined) await demandFit(dataKey);
  if (!(await openWith(dataKey, row))) throw new StorageError('locked');
  if (row.fromCopyOf !== undefined) await forgetOrigin(row.check);
  send({ what: 'changed' });
}

/** A row from the copy may belong to an earlier lock: then the key opens that row and no other. */
async function demandFit(dataKey: Uint8Array): Promise<void> {
  const { openLock, opensRows } = await (await ciphers)();
  const { seal } = openLock(dataKey);
  const fits = await opensRows(seal).finally(() => seal.wipe());
  if (!fits) throw new StorageError('damaged');
}

/** Goes on without a lost lock. What that lock has sealed stays sealed for good. */
export async function giveUpLock(): Promise<void> {
  await noteOff();
  forgetLock();
}

/** Locks this tab, all other tabs and the worker. The bytes of the key are overwritten. */
export async function dropKey(): Promise<void> {
  send({ what: 'lock' });
  letGo();
}

/** Tells other tabs that the lock was turned on. This tab has the key, and they ask for it. */
export function enterSealed(opened: OpenLock): void {
  enterOpen(opened);
  forgetAnswers();
  send({ what: 'changed' });
}

/** Tells this tab, the others and the worker that there's no lock any more: turned off, or erased with all the rest. */
export function forgetLock(): void {
  enterWithout('off');
  forgetAnswers();
  send({ what: 'changed' });
}

/**
 * Waits for another tab's key where one may be on its way.
 *
 * @throws StorageError `locked` where none came
 */
export async function keyHandedOver(): Promise<void> {
  while (asking) await asking;
  if (isShut(lock.current)) throw new StorageError('locked');
}

/** Finishes a turn of the lock that was cut off: what lies outside follows, before anything is shown. */
async function finishTurn(opened: Dexie): Promise<void> {
  const outside = await theOutside();
  if (!outside) return;
  // Otherwise another tab is working on it.
  await ifAlone(TURNING, async () => {
    const device = opened.table<LockRow | Turning>('device');
    const [row, note] = await device.bulkGet(['lock', 'turning']);
    // Where it can't be done now, the note stays and the next start tries again.
    const isSettled = await outside.settle(row as LockRow | undefined).then(
      () => true,
      () => false
    );
    if (!isSettled || !(note as Turning | undefined)?.isDone) return;
    await opened.transaction('rw', device, () => device.delete('turning'));
  });
}

/** Goes by the lock as the database has it, and asks for the key where it has one. */
async function meet(row: LockRow | undefined): Promise<void> {
  if (!row) return lookAtRows();
  const seal = openSeal();
  if (seal && areEqual(seal.check, row.check)) return;
  if (seal) enterWithout('locked');
  await ask(row);
}

async function lookAgain(): Promise<void> {
  await meet(await db.device.get('lock'));
}

/** Decides what a missing row means: the lock was turned off, or its row was lost and the copy may have it. */
function lookAtRows(): Promise<void> {
  const looking = meetNone().finally(() => {
    if (asking === looking) asking = undefined;
  });
  asking = looking;
  return looking;
}

async function meetNone(): Promise<void> {
  if (!(await isLost(findSpare))) return enterWithout('off');
  // Only a page brings it back, where the passphrase can be asked for.
  const spare = 'document' in globalThis ? await findSpare() : undefined;
  if (!spare) return enterWithout('damaged');
  await saveSpare(spare);
  await ask(spare);
}

/** Asks the other tabs for the key. Without an answer this one is locked. */
async function ask(row: LockRow): Promise<void> {
  const id = crypto.randomUUID();
  asked?.done();
  const waiting = new Promise<void>((done) => {
    asked = { id, row, timer: setTimeout(done, PATIENCE), done };
  });
  asking = waiting;
  send({ what: 'ask', id });
  await waiting;
  if (asking === waiting) asking = undefined;
  if (!openSeal()) enterWithout('locked');
}

/** Only a page answers: once the last one is closed, no one gets the key from the worker. */
function answer(id: string): void {
  const seal = 'document' in globalThis ? openSeal() : undefined;
  if (seal) send({ what: 'key', id, dataKey: seal.dataKey });
}

async function hear(id: string, dataKey: Uint8Array): Promise<void> {
  if (asked?.id !== id) return;
  const { row, timer, done } = asked;
  // Now that there's an answer, the ciphers may take their time to load.
  clearTimeout(timer);
  // If this tab was locked meanwhile, the answer comes too late.
  await openWith(dataKey, row, () => asked?.id === id).finally(done);
}

/** Opens the lock with a key. Resolves with whether the key was right. */
async function openWith(
  dataKey: Uint8Array,
  row: LockRow,
  isWanted = () => true
): Promise<boolean> {
  const { openLock } = await (await ciphers)();
  const opened = openLock(dataKey);
  const { seal } = opened;
  if (!areEqual(seal.check, row.check) || !isWanted()) {
    seal.wipe();
    return false;
  }
  asked = undefined;
  enterOpen(opened);
  return true;
}

function letGo(): void {
  asked?.done();
  asked = undefined;
  if (openSeal()) enterWithout('locked');
}

/** Tells Dexie that all its cached answers to live queries are out of date. */
function forgetAnswers(): void {
  const detail = { all: new RangeSet(-Infinity, [[]]) };
  dispatchEvent(new CustomEvent('x-storagemutated-1', { detail }));
}

/** Ignores an error: whatever reads the database next will tell of it. */
function quietly(work: Promise<void>): void {
  work.catch(() => undefined);
}

function send(message: Message): void {
  channel?.postMessage(message);
}
