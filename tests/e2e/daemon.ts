import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/*
 * A stand-in for the desktop that shows notifications, on a D-Bus of its own: it sees what the
 * browser shows and answers as a person would, so that the browser trusts the click. It speaks just
 * as much of the D-Bus protocol as that takes, in little-endian throughout.
 */

/** A notification as the desktop was asked to show it. */
export interface OnDesktop {
  readonly id: number;
  readonly summary: string;
  readonly body: string;
  /** The key of each action by its label; the key of a tap on the rest is 'default'. */
  readonly actions: ReadonlyMap<string, string>;
}

export interface Desktop {
  /** What a browser must be told to show its notifications here. */
  readonly env: { readonly DBUS_SESSION_BUS_ADDRESS: string };
  readonly shown: readonly OnDesktop[];
  /** Chooses an action of a notification by its key. */
  choose(id: number, key: string): void;
  stop(): Promise<void>;
}

const NAME = 'org.freedesktop.Notifications';
const PATH = '/org/freedesktop/Notifications';
const BUS = { path: '/org/freedesktop/DBus', name: 'org.freedesktop.DBus' };

const CALL = 1;
const RETURN = 2;
const SIGNAL = 4;

/** The codes of a header's fields that are used here, with their types. */
const FIELDS = {
  path: [1, 'o'],
  interface: [2, 's'],
  member: [3, 's'],
  destination: [6, 's']
} as const;
const REPLY_TO = 5;
const SENDER = 7;
const SIGNATURE = 8;

interface Message {
  readonly type: number;
  readonly serial: number;
  readonly member: string;
  readonly sender: string;
  readonly body: Reader;
}

/** Starts a bus and a desktop on it; undefined where this machine has no bus to start. */
export async function startDesktop(): Promise<Desktop | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'toward-bus-'));
  const address = `unix:path=${join(folder, 'bus')}`;
  const bus = spawn('dbus-daemon', [
    '--session',
    '--nofork',
    '--print-address',
    `--address=${address}`
  ]);
  const isUp = await Promise.race([
    once(bus.stdout, 'data').then(() => true),
    once(bus, 'exit').then(() => false),
    once(bus, 'error').then(() => false)
  ]).catch(() => false);
  const stop = async () => {
    bus.kill();
    await rm(folder, { recursive: true, force: true });
  };
  if (!isUp) return void (await stop());
  const desktop = await serveDesktop(join(folder, 'bus'));
  return { ...desktop, env: { DBUS_SESSION_BUS_ADDRESS: address }, stop };
}

async function serveDesktop(path: string): Promise<Pick<Desktop, 'shown' | 'choose'>> {
  const socket = connect(path);
  // The bus goes first when all is over.
  socket.on('error', () => undefined);
  await signIn(socket);
  let serial = 0;
  const shown: OnDesktop[] = [];
  const send = (
    type: number,
    fields: Partial<Record<keyof typeof FIELDS, string>>,
    body: Writer,
    replyTo?: number
  ) => void socket.write(encode(type, (serial += 1), fields, body, replyTo));
  const signal = (member: string, body: Writer) =>
    send(SIGNAL, { path: PATH, interface: NAME, member }, body);
  const callBus = (member: string, body: Writer) =>
    send(CALL, { path: BUS.path, interface: BUS.name, member, destination: BUS.name }, body);

  const answers: Record<string, (body: Reader) => Writer> = {
    GetCapabilities: () => new Writer().strings(['actions', 'body', 'persistence']),
    GetServerInformation: () =>
      new Writer().string('test').string('test').string('1').string('1.2'),
    Notify: (body) => {
      const notification = readNotification(body, shown.length + 1);
      shown.push(notification);
      return new Writer().number(notification.id);
    },
    CloseNotification: (body) => {
      signal('NotificationClosed', new Writer().number(body.number()).number(3));
      return new Writer();
    }
  };
  onMessages(socket, ({ type, serial, member, sender, body }) => {
    const answer = answers[member];
    if (type !== CALL || !answer) return;
    send(RETURN, { destination: sender }, answer(body), serial);
  });
  callBus('Hello', new Writer());
  callBus('RequestName', new Writer().string(NAME).number(0));
  return {
    shown,
    choose: (id, key) => signal('ActionInvoked', new Writer().number(id).string(key))
  };
}

async function signIn(socket: Socket): Promise<void> {
  const user = Buffer.from(String(process.getuid?.() ?? 0)).toString('hex');
  socket.write(`\0AUTH EXTERNAL ${user}\r\n`);
  await once(socket, 'data');
  socket.write('BEGIN\r\n');
}

function readNotification(body: Reader, nextId: number): OnDesktop {
  body.string();
  const id = body.number() || nextId;
  body.string();
  const summary = body.string();
  const text = body.string();
  const words = body.strings();
  const actions = new Map<string, string>();
  for (let index = 0; index + 1 < words.length; index += 2) {
    actions.set(words[index + 1] ?? '', words[index] ?? '');
  }
  return { id, summary, body: text, actions };
}

/** Calls back with each whole message that arrives. */
function onMessages(socket: Socket, take: (message: Message) => void): void {
  let waiting = Buffer.alloc(0);
  socket.on('data', (data) => {
    waiting = Buffer.concat([waiting, data]);
    while (waiting.length >= 16) {
      const start = padded(16 + waiting.readUInt32LE(12), 8);
      const end = start + waiting.readUInt32LE(4);
      if (waiting.length < end) return;
      take(decode(waiting.subarray(0, end), start));
      waiting = waiting.subarray(end);
    }
  });
}

function decode(message: Buffer, start: number): Message {
  const fields = new Map<number, string>();
  const header = new Reader(message.subarray(0, 16 + message.readUInt32LE(12)), 16);
  while (!header.isAtEnd) {
    header.align(8);
    const code = header.byte();
    const type = header.signature();
    const value =
      type === 'g' ? header.signature() : type === 'u' ? header.number() : header.string();
    fields.set(code, String(value));
  }
  return {
    type: message.readUInt8(1),
    serial: message.readUInt32LE(8),
    member: fields.get(FIELDS.member[0]) ?? '',
    sender: fields.get(SENDER) ?? '',
    body: new Reader(message.subarray(start))
  };
}

function encode(
  type: number,
  serial: number,
  named: Partial<Record<keyof typeof FIELDS, string>>,
  body: Writer,
  replyTo?: number
): Buffer {
  const fields = new Writer();
  for (const [name, [code, kind]] of Object.entries(FIELDS)) {
    const value = named[name as keyof typeof FIELDS];
    if (value) fields.align(8).byte(code).signature(kind).string(value);
  }
  if (replyTo !== undefined) fields.align(8).byte(REPLY_TO).signature('u').number(replyTo);
  if (body.types) fields.align(8).byte(SIGNATURE).signature('g').signature(body.types);
  const header = new Writer().byte('l'.charCodeAt(0)).byte(type).byte(0).byte(1);
  header.number(body.length).number(serial).number(fields.length);
  return Buffer.concat([header.bytes, fields.align(8).bytes, body.bytes]);
}

const padded = (length: number, size: number) => Math.ceil(length / size) * size;

/** Writes values one after the other, each where its type may begin, and notes the types. */
class Writer {
  bytes = Buffer.alloc(0);
  types = '';

  get length(): number {
    return this.bytes.length;
  }

  align(size: number): this {
    return this.#add(Buffer.alloc(padded(this.length, size) - this.length));
  }

  byte(value: number): this {
    return this.#add(Buffer.from([value]));
  }

  number(value: number): this {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32LE(value);
    this.types += 'u';
    return this.align(4).#add(bytes);
  }

  string(text: string): this {
    const { types } = this;
    this.number(Buffer.byteLength(text)).#add(Buffer.from(`${text}\0`));
    this.types = `${types}s`;
    return this;
  }

  strings(texts: readonly string[]): this {
    const list = new Writer();
    for (const text of texts) list.string(text);
    this.number(list.length).#add(list.bytes);
    this.types = 'as';
    return this;
  }

  signature(types: string): this {
    return this.byte(types.length).#add(Buffer.from(`${types}\0`));
  }

  #add(bytes: Buffer): this {
    this.bytes = Buffer.concat([this.bytes, bytes]);
    return this;
  }
}

/** Reads what a {@link Writer} writes. */
class Reader {
  constructor(
    readonly bytes: Buffer,
    private at = 0
  ) {}

  get isAtEnd(): boolean {
    return this.at >= this.bytes.length;
  }

  align(size: number): void {
    this.at = padded(this.at, size);
  }

  byte(): number {
    return this.bytes.readUInt8(this.at++);
  }

  number(): number {
    this.align(4);
    this.at += 4;
    return this.bytes.readUInt32LE(this.at - 4);
  }

  string(): string {
    return this.#text(this.number());
  }

  signature(): string {
    return this.#text(this.byte());
  }

  strings(): string[] {
    const length = this.number();
    const end = this.at + length;
    const texts: string[] = [];
    while (this.at < end) texts.push(this.string());
    return texts;
  }

  #text(length: number): string {
    const start = this.at;
    this.at += length + 1;
    return this.bytes.toString('utf8', start, start + length);
  }
}
