// The relay as a process of its own, and a push service that stands in for those of the makers.
// @ts-check
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { createInterface } from 'node:readline';
import { build } from 'vite';

export const RELAY_FOLDER = 'tests/.results/relay';

/** Builds the relay as `npm run relay` does. */
export async function buildRelay() {
  await build({
    configFile: 'vite.relay.config.ts',
    logLevel: 'error',
    build: { outDir: RELAY_FOLDER, emptyOutDir: true }
  });
}

/**
 * @typedef {object} Relay
 * @property {string} origin
 * @property {number | undefined} pid
 * @property {Record<string, unknown>[]} lines what it has logged
 * @property {() => void} leaveLog nobody reads its log any more
 * @property {(signal: NodeJS.Signals) => Promise<number | null>} end resolves with its exit code
 */

/**
 * Starts a relay that {@link buildRelay} has built, on a free port.
 *
 * @param {Record<string, string>} env
 * @returns {Promise<Relay>}
 */
export async function startRelay(env) {
  const child = spawn(process.execPath, [`${RELAY_FOLDER}/main.js`], {
    env: { ...process.env, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'inherit']
  });
  const ended = new Promise((resolve) => child.on('exit', resolve));
  /** @type {Record<string, unknown>[]} */
  const lines = [];
  const port = await new Promise((resolve, reject) => {
    void ended.then((code) => reject(new Error(`the relay ended with ${code}`)));
    createInterface(child.stdout).on('line', (text) => {
      const line = JSON.parse(text);
      lines.push(line);
      if (line.what === 'started') resolve(line.port);
    });
  });
  return {
    origin: `http://127.0.0.1:${port}`,
    pid: child.pid,
    lines,
    leaveLog: () => void child.stdout.destroy(),
    end: (signal) => {
      child.kill(signal);
      return ended;
    }
  };
}

/**
 * @typedef {object} Posted
 * @property {string} path
 * @property {import('node:http').IncomingHttpHeaders} headers
 * @property {Buffer} body
 * @property {number} at in milliseconds since the epoch
 */

/**
 * Starts a push service that notes what is posted to it.
 *
 * @param {(posted: Posted) => number | [status: number, headers: Record<string, string>] | Promise<number>} answer
 */
export async function startPushService(answer = () => 201) {
  /** @type {Posted[]} */
  const posted = [];
  const server = createServer(async (request, response) => {
    const parts = [];
    for await (const part of request) parts.push(part);
    const { url: path = '', headers } = request;
    const one = { path, headers, body: Buffer.concat(parts), at: Date.now() };
    posted.push(one);
    const [status, more] = [await answer(one)].flat();
    response.writeHead(Number(status), typeof more === 'object' ? more : {}).end();
  });
  // Longer than a busy machine lets a connection rest.
  server.keepAliveTimeout = 60_000;
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  const stop = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return { origin, posted, stop };
}

/** What a device proves itself with. */
export const newToken = () => randomBytes(32).toString('base64url');

/**
 * Uploads the plan of a device. Resolves with the status and the fault.
 *
 * @param {Relay} relay
 * @param {string} id
 * @param {string} token
 * @param {unknown} plan
 */
export async function upload({ origin }, id, token, plan) {
  const answer = await fetch(`${origin}/relay/v1/devices/${id}`, {
    method: 'PUT',
    headers: { Authorization: `Bearer ${token}` },
    body: JSON.stringify(plan)
  });
  const text = await answer.text();
  return { status: answer.status, fault: text && JSON.parse(text).fault };
}
