import { afterAll, beforeAll, describe } from 'vitest';
import { onNewGround, startAnew } from '../ground.ts';
import { seal } from './key.ts';

// The tests of the verbs once more: under the lock every one of them holds as it is.
beforeAll(() => onNewGround(seal));
afterAll(async () => {
  onNewGround(() => Promise.resolve());
  // The next file shares localStorage, which says that the lock was on.
  await startAnew();
});

describe('ledger', async () => void (await import('../account/ledger.test.ts')));
describe('practices', async () => void (await import('../practices/records.test.ts')));
describe('promises', async () => void (await import('../practices/promises.test.ts')));
describe('reminders', async () => void (await import('../reminders/store.test.ts')));
describe('notifications', async () => void (await import('../reminders/fromNotification.test.ts')));
describe('timer', async () => void (await import('../practices/timer.test.ts')));
