import { lazy } from '#lib/store/lazy.ts';

export const loadReminders = () => import('./reminders.ts');
export const loadHandedOut = () => import('./handedOut.ts');

export const {
  answerSlot,
  keepReminder,
  removeReminder,
  restoreReminder,
  setRules,
  showSlot,
  takeBackAnswer
} = lazy(loadReminders);
export const { forgetFromNotification, lastFromNotification } = lazy(
  () => import('./fromNotification.ts')
);
