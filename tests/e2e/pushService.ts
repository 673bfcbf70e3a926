import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo, Server } from 'node:net';
import { createServer as createTlsServer, type TLSSocket } from 'node:tls';

/*
 * A stand-in for the push service of Chromium's maker: a browser checks in and registers over HTTP and
 * keeps a TLS connection, by which it hears of what was posted. It speaks just as much of those
 * protocols as that takes.
 */

/** The key of this machine alone: the browser is told to trust it. */
const TLS = {
  key: readFileSync('tests/fixtures/push/key.pem'),
  cert: readFileSync('tests/fixtures/push/cert.pem')
};

const LOGGED_IN = 3;
const DATA = 8;
const VERSION = 41;

export interface PushService {
  /** Where messages are posted, in place of the maker's own. */
  readonly origin: string;
  /** What a browser is told to use it. */
  readonly args: readonly string[];
  /** The same of one that is told by preferences. */
  readonly prefs?: Readonly<Record<string, string | boolean | number>>;
  /** Where the browser is told that messages are posted. */
  readonly maker: RegExp;
  /** The status of each message that was posted. */
  readonly posted: readonly number[];
  readonly isConnected: () => boolean;
  stop(): void;
}

interface Registration {
  readonly app: string;
  readonly subtype: string;
  readonly sender: string;
}

export async function startPushService(): Promise<PushService> {
  const registrations = new Map<string, Registration>();
  const posted: number[] = [];
  let browser: TLSSocket | undefined;
  let count = 0;

  const answers: Record<string, (body: Buffer) => Buffer | string> = {
    '/checkin': () => Buffer.concat([number(1, 1), fixed(7, 1n), fixed(8, 1n)]),
    '/register': (body) => {
      const asked = new URLSearchParams(body.toString());
      const field = (name: string) => asked.get(name) ?? '';
      const token = `token${(count += 1)}`;
      registrations.set(token, {
        ...{ app: field('app'), subtype: field('X-subtype'), sender: field('sender') }
      });
      return `token=${token}`;
    }
  };

  const post = (token: string, request: IncomingMessage, body: Buffer): number => {
    const to = registrations.get(token);
    if (!to) return 410;
    if (!browser) return 503;
    const facts = [
      ['subtype', to.subtype],
      ['content-encoding', String(request.headers['content-encoding'])]
    ].map(([name = '', value = '']) => text(7, Buffer.concat([text(1, name), text(2, value)])));
    const message = Buffer.concat([
      ...[text(2, `${(count += 1)}`), text(3, to.sender), text(5, to.app), ...facts],
      ...[text(9, `stored${count}`), number(17, 60), number(18, Date.now()), text(21, body)]
    ]);
    browser.write(Buffer.concat([Buffer.of(DATA), varint(message.length), message]));
    return 201;
  };

  const http = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = Buffer.concat(parts);
    const known = answers[request.url ?? ''];
    if (known) return void response.writeHead(200).end(known(body));
    const status = post(request.url?.split('/').at(-1) ?? '', request, body);
    posted.push(status);
    response.writeHead(status).end();
  });
  const mcs = createTlsServer(TLS, (socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => {
      const login = Buffer.concat([text(1, 'login'), number(8, Date.now())]);
      socket.write(Buffer.concat([Buffer.of(VERSION, LOGGED_IN), varint(login.length), login]));
      browser = socket;
    });
  });
  const [httpPort, mcsPort] = [await portOf(http), await portOf(mcs)];
  const origin = `http://127.0.0.1:${httpPort}`;
  return {
    origin,
    posted,
    maker: /https:\/\/[\w.]+(?=\/fcm\/send)/,
    args: [
      `--gcm-checkin-url=${origin}/checkin`,
      `--gcm-registration-url=${origin}/register`,
      `--gcm-mcs-endpoint=https://127.0.0.1:${mcsPort}`,
      '--ignore-certificate-errors'
    ],
    isConnected: () => browser !== undefined,
    stop: () => {
      http.closeAllConnections();
      for (const server of [http, mcs]) server.close();
      browser?.destroy();
    }
  };
}

async function portOf(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

/** Fields of a protocol buffer. */
function varint(value: number): Buffer {
  const bytes: number[] = [];
  let left = BigInt(value);
  do {
    bytes.push(Number(left & 127n) | (left > 127n ? 128 : 0));
    left >>= 7n;
  } while (left > 0n);
  return Buffer.from(bytes);
}

function number(field: number, value: number): Buffer {
  return Buffer.concat([varint(field << 3), varint(value)]);
}

function text(field: number, value: Buffer | string): Buffer {
  const bytes = Buffer.from(value as string);
  return Buffer.concat([varint((field << 3) | 2), varint(bytes.length), bytes]);
}

function fixed(field: number, value: bigint): Buffer {
  const bytes = Buffer.alloc(9);
  bytes[0] = (field << 3) | 1;
  bytes.writeBigUInt64LE(value, 1);
  return bytes;
}
