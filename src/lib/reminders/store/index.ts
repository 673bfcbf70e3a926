import { lazy, lazyWrites } from '#lib/store/lazy.ts';

export const loadReminders = () => import('./reminders.ts');
export const loadHandedOut = () => import('./handedOut.ts');

const loadFromNotification = () => import('./fromNotification.ts');

export const { showSlot } = lazy(loadReminders);
export const { answerSlot, keepReminder, removeReminder } = lazyWrites(loadReminders);
export const { restoreReminder, setRules, takeBackAnswer } = lazyWrites(loadReminders);
export const { lastFromNotification } = lazy(loadFromNotification);
export const { forgetFromNotification } = lazyWrites(loadFromNotification);
