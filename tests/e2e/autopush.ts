import { createHash, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { PushService } from './pushService.ts';

/*
 * A stand-in for the push service of Firefox's maker: a browser keeps a WebSocket, by which it registers
 * and hears of what was posted. It speaks just as much of those protocols as that takes.
 */

/** What a browser and the service say to each other, as far as it's used here. */
interface Message {
  readonly messageType: string;
  readonly channelID?: string;
}

export async function startAutopush(): Promise<PushService> {
  const channels = new Map<string, string>();
  const posted: number[] = [];
  let browser: Socket | undefined;
  const say = (message: object) => browser?.write(frame(JSON.stringify(message)));

  const answers: Record<string, (message: Message) => object> = {
    hello: () => ({ status: 200, uaid: randomUUID(), use_webpush: true, broadcasts: {} }),
    register: ({ channelID = '' }) => {
      const token = randomUUID();
      channels.set(token, channelID);
      const pushEndpoint = `https://updates.push.services.mozilla.com/wpush/v2/${token}`;
      return { channelID, status: 200, pushEndpoint };
    },
    unregister: ({ channelID }) => {
      for (const [token, channel] of channels) if (channel === channelID) channels.delete(token);
      return { channelID, status: 200 };
    }
  };

  const http = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const channelID = channels.get(request.url?.split('/').at(-1) ?? '');
    const status = channelID ? (browser ? 201 : 503) : 410;
    posted.push(status);
    if (channelID) {
      const data = Buffer.concat(parts).toString('base64url');
      const facts = { channelID, version: randomUUID(), headers: { encoding: 'aes128gcm' }, data };
      say({ messageType: 'notification', ...facts });
    }
    response.writeHead(status).end();
  });
  http.on('upgrade', (request, socket: Socket) => {
    const key = request.headers['sec-websocket-key'] ?? '';
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${acceptOf(key)}\r\n\r\n`
    );
    socket.on('error', () => undefined);
    browser = socket;
    onTexts(socket, (text) => {
      const message = JSON.parse(text) as Message;
      const { messageType } = message;
      const answer = answers[messageType];
      if (answer) say({ messageType, ...answer(message) });
    });
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    posted,
    args: [],
    maker: /https:\/\/[\w.]+(?=\/wpush)/,
    prefs: {
      'dom.push.serverURL': `ws://127.0.0.1:${port}/`,
      'dom.push.testing.allowInsecureServerURL': true
    },
    isConnected: () => browser !== undefined,
    stop: () => {
      browser?.destroy();
      http.closeAllConnections();
      http.close();
    }
  };
}

function acceptOf(key: string): string {
  return createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');
}

/** A text in one frame (RFC 6455): texts of 64 kB or more aren't sent here. */
function frame(text: string): Buffer {
  const bytes = Buffer.from(text);
  const { length } = bytes;
  const head = length < 126 ? [length] : [126, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([0x81, ...head]), bytes]);
}

/** Calls back with each whole text that a browser sends, all of them masked and none of 64 kB. */
function onTexts(socket: Socket, take: (text: string) => void): void {
  let waiting = Buffer.alloc(0);
  socket.on('data', (data) => {
    waiting = Buffer.concat([waiting, data]);
    for (;;) {
      const short = (waiting[1] ?? 0) & 127;
      const start = short === 126 ? 4 : 2;
      if (waiting.length < start + 4) return;
      const length = short === 126 ? waiting.readUInt16BE(2) : short;
      const end = start + 4 + length;
      if (waiting.length < end) return;
      const mask = waiting.subarray(start, start + 4);
      const bytes = waiting.subarray(start + 4, end).map((byte, at) => byte ^ (mask[at % 4] ?? 0));
      const isText = ((waiting[0] ?? 0) & 15) === 1;
      waiting = waiting.subarray(end);
      if (isText) take(Buffer.from(bytes).toString());
    }
  });
}
