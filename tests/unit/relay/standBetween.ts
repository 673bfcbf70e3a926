import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SOCKET = '.s.PGSQL.5432';

/** Stands between a relay and its PostgreSQL server, so that a test can break what passes. */
export async function standBetween(database: string) {
  const url = new URL(database);
  const server = join(url.searchParams.get('host') ?? '', SOCKET);
  const folder = mkdtempSync(join(tmpdir(), 'toward-between-'));
  url.searchParams.set('host', folder);
  const ends = new Set<Socket>();
  let isHanging = false;
  let cutAt = '';

  const listener = createServer((asking) => {
    const answering = connect(server);
    for (const [from, to] of [
      [asking, answering],
      [answering, asking]
    ] as const) {
      ends.add(from);
      from.on('error', () => undefined);
      from.on('close', () => to.destroy());
      from.on('data', (data) => {
        const isCut = from === asking && cutAt !== '' && data.includes(cutAt);
        if (!isCut && !isHanging) to.write(data);
        if (!isCut) return;
        cutAt = '';
        asking.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => listener.listen(join(folder, SOCKET), resolve));
  return {
    url: url.href,
    /** Cuts the next connection off by which a text is asked. */
    cutAt: (text: string) => void (cutAt = text),
    /** Nothing passes any more. */
    hang: () => void (isHanging = true),
    stop: () => {
      listener.close();
      for (const end of ends) end.destroy();
      rmSync(folder, { recursive: true, force: true });
    }
  };
}
