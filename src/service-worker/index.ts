import { v7 as uuid } from 'uuid';
import { here } from '#lib/time/here.ts';
import { storageError } from '#lib/store/connectionState.ts';
import { openLock, opensRows } from '#lib/lock/store/encryptedTable.ts';
import { renew } from '#lib/due/ring/store/ringing.ts';
import { openDatabase } from '#lib/shell/openDatabase.ts';
import { findSpareLock } from '#lib/shell/spareLock.ts';
import type { Ask } from '#lib/reminders/notify/askWorker.ts';
import { CHECK_IN_TAG } from '#lib/due/notify/checkIn.ts';
import { DUE_SYNC } from '#lib/reminders/notify/periodicSync.ts';
import { TIMER_TAG } from '#lib/due/notify/timer.ts';
import { calendarFile, isCalendarPath, lockedCalendar } from './calendar.ts';
import { withShortcutNumbers } from './manifest.ts';
import { answerPush } from './pushed.ts';
import {
  answerNotification,
  mark,
  openCheckIn,
  openPause,
  quietenPrompts,
  remind,
  remindLocked,
  remindOnceADay,
  ringTimer,
  showAnExample,
  tellCheckIn,
  tellCheckInUnseen,
  type Now
} from './reminding.ts';
import { answer, base, isHere, keepWhole, letGoOfOld, takeIn } from './shell.ts';

declare const self: ServiceWorkerGlobalScope;

/** As far as TypeScript does not know it. */
interface PeriodicSyncEvent extends ExtendableEvent {
  readonly tag: string;
}

// Days and zones need it. A browser keeps what is loaded here together with the worker.
if (!('Temporal' in self)) importScripts(`${base}/temporal.js`);

openDatabase({
  ciphers: () => Promise.resolve({ openLock, opensRows }),
  spareLock: findSpareLock
});

self.addEventListener('install', (event) => event.waitUntil(takeIn()));

self.addEventListener('activate', (event) => {
  event.waitUntil(letGoOfOld().then(() => self.clients.claim()));
});

self.addEventListener('message', (event) => {
  const ask: Ask | 'skip-waiting' = event.data;
  // The page asks for this once its user has agreed to the update, never before.
  if (ask === 'skip-waiting') void self.skipWaiting();
  if (ask === 'show-due') event.waitUntil(atNow(remind));
  if (ask === 'show-check-in') event.waitUntil(atNow(tellCheckIn));
  if (ask === 'show-example') event.waitUntil(showAnExample());
  if (ask === 'ring') event.waitUntil(atNow(ringTimer));
  if (ask === 'show-locked') event.waitUntil(remindLocked());
  if (ask === 'quieten') event.waitUntil(quietenPrompts());
});

self.addEventListener('notificationclick', (event) => {
  const { action, notification } = event;
  notification.close();
  if (notification.tag === TIMER_TAG) return event.waitUntil(openPause());
  if (notification.tag === CHECK_IN_TAG) return event.waitUntil(openCheckIn());
  const answered = (when: Now) =>
    answerNotification(action, notification.data, { ...when, id: uuid({ msecs: when.now }) });
  // An answer makes the next ring come again.
  const told = () => atNow(() => renew(self.registration));
  event.waitUntil(atNow(answered).then(told));
});

self.addEventListener('push', (event) => {
  event.waitUntil(answerPush({ now: Date.now(), zone: here() }));
});

// The browser has another push address for this device. Not all tell of it: each start compares.
self.addEventListener('pushsubscriptionchange', (event) => {
  (event as ExtendableEvent).waitUntil(atNow(() => renew(self.registration)));
});

self.addEventListener('periodicsync', (event) => {
  const sync = event as PeriodicSyncEvent;
  if (sync.tag !== DUE_SYNC) return;
  sync.waitUntil(atNow(ringTimer));
  sync.waitUntil(atNow(tellCheckInUnseen));
  sync.waitUntil(atNow(remindOnceADay));
  sync.waitUntil(atNow(mark));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (url.pathname.startsWith(`${base}/relay/`)) return;
  if (isCalendarPath(url.pathname)) {
    const file = atNow((now) => calendarFile(url, now));
    return event.respondWith(file.then((made) => made ?? lockedCalendar()));
  }
  if (request.mode === 'navigate') event.waitUntil(keepWhole());
  const answered = answer(request);
  const isManifest = url.pathname.endsWith('/manifest.webmanifest');
  event.respondWith(isManifest ? answered.then(withNumbers) : answered);
});

/** The manifest, with this device's numbers unless everything was erased: then no key is made. */
async function withNumbers(manifest: Response): Promise<Response> {
  return (await isHere()) ? withShortcutNumbers(manifest) : manifest;
}

/** Does what depends on the time. While the app is locked nothing is known, and nothing is done. */
async function atNow<T>(work: (now: Now) => Promise<T>): Promise<T | undefined> {
  try {
    return await work({ now: Date.now(), zone: here() });
  } catch (error) {
    if (storageError(error).fault === 'locked') return undefined;
    throw error;
  }
}
