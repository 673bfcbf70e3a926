import * as account from '#lib/account/store/index.ts';
import * as backups from '#lib/backup/store/index.ts';
import { alone } from '#lib/device/webLock.ts';
import { setSilent } from '#lib/due/ring/store/index.ts';
import { saveRules } from '#lib/lock/store/index.ts';
import { onLockChange, whenReadable } from '#lib/lock/store/session.ts';
import { addUnsaved, dropUnsaved, readUnsaved } from '#lib/lock/store/unsaved.ts';
import * as practices from '#lib/practices/store/index.ts';
import * as reminders from '#lib/reminders/store/index.ts';
import * as drafts from '#lib/store/index.ts';
import type { Repeatable } from '#lib/store/repeatable.ts';
import { attempt } from '#lib/store/tryWrite.ts';

/** All that writes, by the names under which it is remembered. */
const VERBS = {
  ...account,
  ...reminders,
  ...practices,
  ...backups,
  ...drafts,
  saveRules,
  setSilent
} as unknown as Readonly<Record<string, Partial<Verb> | undefined>>;

type Verb = Repeatable<(...args: unknown[]) => Promise<unknown>>;

/** Does again what was left unsaved: now, and each time that the lock opens. */
export function startRedoing(): void {
  const redo = () => void whenReadable().then(redoWrites);
  onLockChange(redo);
  redo();
}

/**
 * Does again what a page was left amid, or what has failed, in its order. What has been changed since
 * stays as it is, and what is of a lock that is gone goes with it: whatever was written in words is
 * still in its form. One tab does so after the other: what one has done, the next leaves alone.
 */
export function redoWrites(): Promise<void> {
  return alone('toward.redo', redoAll);
}

async function redoAll(): Promise<void> {
  // What has waited on this page while it was locked is written down too.
  addUnsaved([]);
  for (const { id } of readUnsaved()) {
    // The tab that it comes from may have been through with it meanwhile.
    const write = readUnsaved().find((write) => write.id === id);
    if (!write) continue;
    // JSON knows no undefined.
    const given = write.args.map((arg) => arg ?? undefined);
    const verb = VERBS[write.verb]?.since?.(write.at);
    // A newer version may know what this one doesn't.
    const fault = verb ? await attempt(() => verb(...given)) : 'unloaded';
    if (!fault || fault === 'changed' || fault === 'gone') dropUnsaved(write.id);
    else addUnsaved([{ ...write, fault }]);
  }
}
