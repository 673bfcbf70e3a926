import './lock/lazily.ts';

export { acceptLog, findMissing, mendTallies, rebuild, type Findings } from './check.ts';
export { checkInState } from './checkIn.ts';
export { connection, StorageError, storageError, type StorageFault } from './connection.ts';
export { forgetFromNotification, lastFromNotification } from './fromNotification.ts';
export { amend, record, restore, retract } from './ledger.ts';
export { Live } from './live.ts';
export { forgetTurning, readLockRow, readTurning } from './lock/row.ts';
export { dropKey, lock } from './lock/state.ts';
export * from './questions.ts';
export * from './reminders.ts';
export { keepRemoved } from './removedReminder.ts';
