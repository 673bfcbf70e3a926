import { m } from '#i18n/paraglide/messages.js';
import type { PasskeyAnswer } from '../crypto/keyring.ts';
import type { NewLock } from '../store/changeLock.ts';
import type { Proof } from '../store/unlock.ts';
import { readLockRow, saveRules } from '../store/index.ts';
import {
  addPasskey,
  askAgain,
  loadChangeLock,
  newLock,
  prove,
  rekeyDatabase,
  removePasskey,
  sealDatabase,
  unsealDatabase
} from '../store/keyVerbs.ts';
import { theOutside } from '../store/outside.ts';
import type { LockRow, LockRules, Turn } from '../store/tables.ts';
import { readRecoveryCode } from '../model/recoveryCode.ts';
import { storageError } from '#lib/store/connectionState.ts';
import { loadStore } from '#lib/store/lazy.ts';
import { locking } from '../screen/locking.svelte.ts';
import { attempt } from '#lib/store/tryWrite.ts';
import { painted } from '#lib/ui/painted.ts';
import type { Failure, Stage, Task } from './stages.ts';
import { sentences } from '#lib/ui/sentences.ts';

/** Loads the ciphers when they're first needed: no page needs it to be shown. */
const lockCode = {
  asking: () => import('../crypto/passkey.ts'),
  checking: () => import('../crypto/ciphers.ts')
};

/** The rules of a new lock, until others are chosen. */
const FIRST_RULES: LockRules = { idleMinutes: 5, onHide: false };

const REST: Stage = { what: 'rest' };

/** The lock as it is turned on, changed and turned off: one step at a time, and none is half done. */
export class LockWork {
  stage: Stage = $state.raw(REST);
  isBusy = $state(false);
  /** What was done last. */
  said = $state('');
  failure: Failure | undefined = $state.raw();
  /** What opened the lock: known from the proof until the change is made. */
  #dataKey: Uint8Array<ArrayBuffer> | undefined;
  #task: Task = 'passphrase';
  #passphrase = '';
  /** What a new lock is opened by first. */
  #passkey: PasskeyAnswer | undefined;
  /** The lock that holds once its code is stored. Nobody stores one of a lock that couldn't be made. */
  #made: NewLock | undefined;

  /** Begins to turn the lock on. */
  begin(): void {
    this.cancel();
    this.stage = { what: 'choosing' };
  }

  /** Begins to turn the lock on with a passkey. The passphrase, which comes next, is the way back. */
  async beginWithPasskey(): Promise<void> {
    this.cancel();
    const rest: Stage = { what: 'rest' };
    this.stage = rest;
    await this.#attempt(async () => {
      const { makePasskey } = await lockCode.asking();
      const passkey = await makePasskey(m.app_name());
      if (this.stage !== rest) return void passkey?.secret.fill(0);
      if (!passkey) return void (this.said = m.lock_passkey_failed());
      this.#passkey = passkey;
      this.stage = { what: 'choosing', hasPasskey: true };
    });
  }

  /** Begins a change that asks for a proof. */
  ask(task: Task): void {
    this.cancel();
    this.stage = { what: 'proving', task };
  }

  /** Cancels what was begun, and changes nothing. A passkey that was made stays on the device. */
  cancel(): void {
    const isLeft = this.#passkey !== undefined;
    this.#forget();
    this.stage = REST;
    this.said = isLeft ? m.lock_passkey_left() : '';
    this.failure = undefined;
  }

  /**
   * The section goes, it may be because the lock comes: nothing that was entered stays in memory.
   * What is being turned on or off needs it to the end.
   */
  leave(): void {
    if (this.stage.what !== 'turning') this.cancel();
  }

  /** Checks the passphrase or the recovery code, and goes on to the change that asked for a proof. */
  prove(text: string): Promise<void> {
    return this.#attempt(async () => {
      const { stage } = this;
      if (stage.what !== 'proving') return;
      const { task } = stage;
      const proof = proofOf(text);
      const dataKey = await prove(proof, Date.now());
      const isLeft = this.stage !== stage;
      if (!(dataKey instanceof Uint8Array)) {
        if (!isLeft) this.failure = { what: dataKey };
        return;
      }
      if (isLeft) return void dataKey.fill(0);
      this.#dataKey = dataKey;
      this.#task = task;
      this.#passphrase = proof.by === 'passphrase' ? proof.text : '';
      await this.#goOn(task, dataKey);
    });
  }

  /** Takes a new passphrase: of a new lock, or in place of the one before. */
  choose(passphrase: string): Promise<void> {
    return this.#attempt(async () => {
      if (this.stage.what !== 'choosing') return;
      this.#passphrase = passphrase;
      await this.#showCode();
    });
  }

  /** Turns the lock on or changes it, now that the person has written down the code. */
  noted(): Promise<void> {
    return this.#attempt(async () => {
      if (this.stage.what !== 'noting' || !this.#made) return;
      if (this.#dataKey) await this.#renew(this.#dataKey, this.#made);
      else await this.#turnOn(this.#made);
    });
  }

  /**
   * Deletes the passkey's way to the lock.
   *
   * @param check of the lock that is shown
   */
  removePasskey(check: Uint8Array): Promise<void> {
    return this.#attempt(async () => {
      await removePasskey(check);
      await this.#finish(m.lock_passkey_removed());
    });
  }

  /**
   * Saves other rules. Resolves with whether that worked.
   *
   * @param check of the lock that is shown
   */
  async saveRules(check: Uint8Array, changes: Partial<LockRules>): Promise<boolean> {
    const { onHide } = changes;
    locking.hidesSoon = onHide ?? locking.hidesSoon;
    this.failure = undefined;
    // At once, whatever else is under way: a page that is left just after the press loses no rule.
    const fault = await attempt(() => saveRules([...check], changes));
    if (!fault) return true;
    this.failure = { what: 'fault', fault };
    if (onHide) locking.hidesSoon = false;
    return false;
  }

  async #goOn(task: Task, dataKey: Uint8Array<ArrayBuffer>): Promise<void> {
    switch (task) {
      case 'passphrase':
        this.stage = { what: 'choosing' };
        return;
      case 'code':
        // Whoever shows the code may have forgotten the passphrase.
        if (this.#passphrase) return this.#showCode();
        this.stage = { what: 'choosing' };
        return;
      case 'passkey': {
        const isAdded = await addPasskey(dataKey, m.app_name());
        return this.#finish(isAdded ? m.lock_passkey_added() : m.lock_passkey_failed());
      }
      case 'off':
        return this.#turnOff();
    }
  }

  async #showCode(): Promise<void> {
    const { stage } = this;
    const { newRecoveryCode } = await loadStore(loadChangeLock);
    const before = await readLockRow();
    // Comes first: the browser lets a page ask only soon after a press.
    const passkey = this.#passkey ?? (await askAgain(before));
    const code = newRecoveryCode();
    const ways = { passphrase: this.#passphrase, code, passkey };
    const made = await newLock(ways, before?.rules ?? FIRST_RULES);
    if (this.stage !== stage) return void made.dataKey.fill(0);
    this.#made = made;
    this.stage = { what: 'noting', code };
  }

  async #turnOn({ row, dataKey }: NewLock): Promise<void> {
    this.#tell('on', 0, 1);
    await painted();
    await sealDatabase(row, dataKey, (done, total) => this.#tell('on', done, total));
    await this.#finish(m.lock_turned_on());
  }

  /** Seals all anew by another key, which the passphrase and the code open. */
  async #renew(before: Uint8Array<ArrayBuffer>, { row, dataKey }: NewLock): Promise<void> {
    this.#tell('key', 0, 1);
    await painted();
    const { checkOf } = await lockCode.checking();
    const old = await readLockRow();
    const tell = (done: number, total: number) => this.#tell('key', done, total);
    await rekeyDatabase(row, dataKey, checkOf(before), tell);
    const said = this.#task === 'code' ? m.lock_code_changed() : m.lock_changed();
    const isPasskeyGone = old && hasPasskey(old) && !hasPasskey(row);
    await this.#finish(sentences(said, isPasskeyGone ? m.lock_passkey_silent() : ''));
  }

  async #turnOff(): Promise<void> {
    this.#tell('off', 0, 1);
    const dropped = await unsealDatabase((done, total) => this.#tell('off', done, total));
    const said = m.lock_turned_off();
    await this.#finish(sentences(said, dropped > 0 ? m.lock_dropped({ count: dropped }) : ''));
  }

  #tell(to: Turn, done: number, total: number): void {
    this.stage = { what: 'turning', to, done, total };
  }

  /** Says that a change is done only once the second copy has followed. */
  async #finish(said: string): Promise<void> {
    const hasFollowed = await theOutside()
      .then((outside) => outside?.followLock(this.#dataKey) ?? true)
      .catch(() => false);
    this.cancel();
    this.said = sentences(said, hasFollowed ? '' : m.lock_copy_left());
  }

  #forget(): void {
    this.#dataKey?.fill(0);
    this.#dataKey = undefined;
    this.#passphrase = '';
    this.#passkey?.secret.fill(0);
    this.#passkey = undefined;
    this.#made?.dataKey.fill(0);
    this.#made = undefined;
  }

  async #attempt(work: () => Promise<unknown>): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    this.failure = undefined;
    await painted();
    try {
      await work();
    } catch (error) {
      const fault = storageError(error).fault;
      if (this.stage.what === 'turning') this.cancel();
      this.failure = { what: 'fault', fault };
    }
    this.isBusy = false;
  }
}

function hasPasskey({ wraps }: Pick<LockRow, 'wraps'>): boolean {
  return wraps.some(({ kind }) => kind === 'passkey');
}

/** Whatever isn't a recovery code counts as a passphrase. */
function proofOf(text: string): Proof {
  const key = readRecoveryCode(text);
  return typeof key === 'string' ? { by: 'passphrase', text } : { by: 'recovery', key };
}
