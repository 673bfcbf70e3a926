import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';

/** A plain static host for a built site, as anyone's would be. */
export interface Site {
  readonly origin: string;
  stop(): Promise<void>;
}

/**
 * Serves a folder on a free port of this machine.
 *
 * @param base the path under which the folder stands, such as '/toward'
 */
export async function serve(folder = 'build', base = ''): Promise<Site> {
  const files = sirv(folder, { dev: true });
  const server = createServer((request, response) => {
    if (!request.url?.startsWith(`${base}/`)) return void response.writeHead(404).end();
    request.url = request.url.slice(base.length);
    // Static hosts that allow other origins vary by origin, which a careless cache lookup trips over.
    response.setHeader('Vary', 'Origin');
    files(request, response, () => void response.writeHead(404).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}${base}`, stop: () => stop(server) };
}

function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
