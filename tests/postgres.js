// The one place that knows where a PostgreSQL server for the tests comes from.
// @ts-check
import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensurePackages } from './systemPackages.js';

/** Where Debian's packages put the servers of each version. */
const DEBIAN = '/usr/lib/postgresql';

/** The folder of its programs; an empty string where there is none. */
function findPostgres() {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN) : [];
  const folders = versions.map((version) => join(DEBIAN, version, 'bin'));
  return folders.find((folder) => existsSync(join(folder, 'initdb'))) ?? '';
}

/**
 * Installs a server where there is none and apt may. Where it can't be had the run goes on without it
 * and says so; under CI the relay's tests fail then.
 */
export function ensurePostgres() {
  if (ensurePackages('PostgreSQL', 'postgresql', () => findPostgres() !== '')) return;
  console.log("PostgreSQL can't be had here: the relay is tested on SQLite alone.");
}

/**
 * Starts a server in a folder of its own and on no port; undefined where there is none. Its `create`
 * makes an empty database, and tells its address.
 *
 * @throws under CI where there is none
 */
export async function startPostgres() {
  const programs = findPostgres();
  const folder = mkdtempSync(join(tmpdir(), 'toward-postgres-'));
  const user = programs && userFor(folder);
  if (!user) {
    rmSync(folder, { recursive: true });
    if (process.env.CI) throw new Error('No PostgreSQL to test the relay on.');
    return undefined;
  }
  const data = join(folder, 'data');
  const init = [
    '--pgdata',
    data,
    '--username=toward',
    '--auth=trust',
    '--no-sync',
    '--encoding=UTF8'
  ];
  const { status, stderr } = spawnSync(join(programs, 'initdb'), init, {
    ...user,
    encoding: 'utf8'
  });
  if (status !== 0) throw new Error(`initdb: ${stderr}`);
  const settings = ['-c', 'listen_addresses=', '-c', `unix_socket_directories=${folder}`];
  const server = spawn(join(programs, 'postgres'), ['-D', data, '-F', ...settings], {
    ...user,
    stdio: 'ignore'
  });
  const ended = new Promise((resolve) => server.on('exit', resolve));
  const isUp = () => spawnSync(join(programs, 'pg_isready'), ['-q', '-h', folder]).status === 0;
  while (server.exitCode === null && !isUp())
    await new Promise((resolve) => setTimeout(resolve, 50));
  if (server.exitCode !== null) throw new Error(`PostgreSQL ended with ${server.exitCode}`);
  let made = 0;
  return {
    create: () => {
      const name = `relay${(made += 1)}`;
      run(join(programs, 'createdb'), ['--host', folder, '--username=toward', name]);
      return `postgres://toward@localhost/${name}?host=${encodeURIComponent(folder)}`;
    },
    stop: async () => {
      // Ends what is connected.
      server.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    }
  };
}

function run(/** @type {string} */ program, /** @type {string[]} */ given, user = {}) {
  const { status, stderr } = spawnSync(program, given, { ...user, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program}: ${stderr}`);
}

/**
 * It refuses to run as root: then it runs as the user that its package has made, in a folder that this
 * one may enter. Undefined where there is no such user.
 */
function userFor(/** @type {string} */ folder) {
  if (process.getuid?.() !== 0) return {};
  const idOf = (/** @type {string} */ flag) =>
    Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout);
  const [uid, gid] = [idOf('-u'), idOf('-g')];
  if (!uid) return undefined;
  chownSync(folder, uid, gid);
  return { uid, gid, cwd: folder };
}
