import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import webPush from 'web-push';
import type { VapidKeys } from './push.ts';

/** How the relay is run, as its environment says. */
interface Config {
  /** The address at which it listens. */
  readonly host: string;
  readonly port: number;
  /** The folder of what it keeps: its key, and its SQLite file. */
  readonly data: string;
  /** A PostgreSQL database in place of the file. */
  readonly database: string | undefined;
  /** Where push services can reach who runs it. */
  readonly contact: string;
  /** How many devices it takes. */
  readonly devices: number;
  /** The path under which the site was built, as '/toward'; empty for none. */
  readonly base: string;
  /** Origins of other sites whose devices it rings. */
  readonly sites: readonly string[];
  /** Origins that stand in for the push services of the makers. */
  readonly pushStands: readonly string[];
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Until its host says otherwise. Apple's push service takes no such address. */
const NOBODY = 'mailto:nobody@localhost';

/**
 * Reads how the relay is to be run.
 *
 * @throws Error that names the variable whose value can't be used
 */
export function readConfig(env: Environment): Config {
  const database = env.RELAY_DATABASE || undefined;
  const contact = env.RELAY_CONTACT || NOBODY;
  if (database && !/^postgres(ql)?:\/\//.test(database)) {
    throw new Error('RELAY_DATABASE has to begin with postgres://');
  }
  if (!URL.canParse(contact) || !/^(mailto:.+@|https:\/\/)/.test(contact)) {
    throw new Error('RELAY_CONTACT has to be a mailto: or https: address');
  }
  return {
    host: env.HOST || '127.0.0.1',
    port: whole(env, 'PORT', 4173, 65_535),
    data: env.RELAY_DATA || './data',
    database,
    contact,
    devices: whole(env, 'RELAY_DEVICES', 50, 1e9),
    base: env.BASE_PATH ?? '',
    sites: origins(env, 'RELAY_SITES'),
    pushStands: origins(env, 'RELAY_PUSH_STANDS')
  };
}

/** Whether nobody has said yet where they can be reached. */
export function isNobody({ contact }: Config): boolean {
  return contact === NOBODY;
}

/**
 * The key of the relay, made at its first start. A device that subscribed with a key can be rung with
 * no other: where it's another, devices subscribe anew as Toward is opened on them.
 *
 * @throws where the folder can't be written, or the file doesn't hold a key
 */
export function vapidKeys(folder: string): VapidKeys {
  const file = join(folder, 'vapid.json');
  // Its addresses and its key are nobody else's on this machine.
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    // Only where there is none: two processes that start at once use one.
    const made = JSON.stringify(webPush.generateVAPIDKeys());
    writeFileSync(file, made, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  try {
    const { publicKey, privateKey } = JSON.parse(readFileSync(file, 'utf8')) as VapidKeys;
    webPush.getVapidHeaders('https://localhost', NOBODY, publicKey, privateKey, 'aes128gcm');
    return { publicKey, privateKey };
  } catch {
    throw new Error(`${file} holds no key. Put it back from a backup, or delete it for a new one`);
  }
}

function whole(env: Environment, name: string, otherwise: number, most: number): number {
  const text = env[name];
  if (!text) return otherwise;
  const value = Number(text);
  if (Number.isInteger(value) && value >= 0 && value <= most) return value;
  throw new Error(`${name} has to be a whole number from 0 to ${most}`);
}

/** Origins, one after the other with blanks between. */
function origins(env: Environment, name: string): string[] {
  return (env[name] ?? '')
    .split(/\s+/)
    .filter(Boolean)
    .map((text) => {
      if (URL.canParse(text) && new URL(text).origin === text) return text;
      throw new Error(`${name}: ${text} is no origin such as https://example.org`);
    });
}
