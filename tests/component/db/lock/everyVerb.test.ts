import { afterAll, beforeAll, describe } from 'vitest';
import { onNewGround } from '../ground.ts';
import { seal } from './key.ts';

// The tests of the verbs once more: under the lock every one of them holds as it is.
beforeAll(() => onNewGround(seal));
afterAll(() => onNewGround(() => Promise.resolve()));

describe('ledger', async () => void (await import('../ledger.test.ts')));
describe('practices', async () => void (await import('../practices.test.ts')));
describe('promises', async () => void (await import('../promises.test.ts')));
describe('reminders', async () => void (await import('../reminders.test.ts')));
describe('notifications', async () => void (await import('../fromNotification.test.ts')));
describe('timer', async () => void (await import('../timer.test.ts')));
