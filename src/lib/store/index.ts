import '#lib/shell/database.ts';

export {
  acceptLog,
  findMissing,
  mendTallies,
  rebuild,
  type Findings
} from '#lib/account/store/tallyCheck.ts';
export { currentTimer } from '#lib/practices/pause/store/timer.ts';
export { hasDated } from '#lib/practices/store/dated.ts';
export { checkInState } from '#lib/practices/checkIn/store/checkInRules.ts';
export { connection, StorageError, storageError, type StorageFault } from './connection.ts';
export {
  forgetFromNotification,
  lastFromNotification
} from '#lib/reminders/store/fromNotification.ts';
export { amend, record, restore, retract } from '#lib/account/store/ledger.ts';
export { Live } from './live.ts';
export { forgetTurning, readLockRow, readTurning } from '#lib/lock/store/lockRow.ts';
export { dropKey, lock } from '#lib/lock/store/keyExchange.ts';
export * from '#lib/account/store/queries.ts';
export * from '#lib/reminders/store/reminders.ts';
export { migrate } from '#lib/practices/store/migrate.ts';
export { keepRemoved } from '#lib/reminders/store/removedReminder.ts';
