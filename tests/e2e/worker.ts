import type { BrowserContext, Page, Worker } from '@playwright/test';
import type { Ask } from '../../src/lib/reminders/notify/askWorker.ts';
import { DUE_SYNC } from '../../src/lib/reminders/notify/periodicSync.ts';

/** A notification as a person sees it. */
export interface Seen {
  readonly title: string;
  readonly body: string;
  readonly actions: readonly string[];
}

/** The service worker's own scope, as far as these tests use it. */
declare const self: {
  readonly registration: ServiceWorkerRegistration;
  dispatchEvent(event: Event): boolean;
};

/** Opens the app, and waits until its service worker is there. */
export async function openInstalled(page: Page, address = '/'): Promise<void> {
  await page.goto(address);
  await page.locator('[data-ready]').waitFor({ state: 'attached' });
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
}

/** Opens the app and resolves with its service worker once that answers for the page. */
export async function openWithWorker(page: Page, address = '/'): Promise<Worker> {
  await openInstalled(page, address);
  const [worker] = page.context().serviceWorkers();
  return worker ?? page.context().waitForEvent('serviceworker');
}

/** The notifications that are to be seen now. */
export function seen(worker: Worker): Promise<Seen[]> {
  return worker.evaluate(async () => {
    type Shown = Notification & { readonly actions: readonly { readonly title: string }[] };
    // Not while one is on its way to the screen: see lib/reminders/notify/oneAtATime.ts.
    const look = () => self.registration.getNotifications() as Promise<Shown[]>;
    const shown = await navigator.locks.request('toward.notifications', look);
    return shown.map(({ title, body, actions }) => {
      return { title, body, actions: actions.map((action) => action.title) };
    });
  });
}

/** Asks the worker to show what is due, as a page does, and resolves when it is done. */
export function askToShow(worker: Worker): Promise<void> {
  return worker.evaluate(async () => {
    const event = new MessageEvent('message', { data: 'show-due' satisfies Ask });
    const done = new Promise((resolve) => Object.assign(event, { waitUntil: resolve }));
    self.dispatchEvent(event);
    await done;
  });
}

/** Answers the one notification as the browser tells of a click. Trusted it is not: no window opens. */
export function click(worker: Worker, action: 'yes' | 'not yet' | ''): Promise<void> {
  return worker.evaluate(async (action) => {
    const [notification] = await self.registration.getNotifications();
    // Known to workers only.
    const { NotificationEvent } = self as unknown as {
      NotificationEvent: new (type: string, data: object) => Event;
    };
    self.dispatchEvent(new NotificationEvent('notificationclick', { notification, action }));
  }, action);
}

/** How many windows of the app its worker sees. */
export async function countWindows(context: BrowserContext): Promise<number | undefined> {
  const [worker] = context.serviceWorkers();
  return worker?.evaluate(async () => {
    const { clients } = self as unknown as {
      clients: { matchAll(of: object): Promise<unknown[]> };
    };
    return (await clients.matchAll({ type: 'window', includeUncontrolled: true })).length;
  });
}

/** Wakes the worker as the browser does now and then, with the app installed and closed. */
export async function wake(page: Page): Promise<void> {
  const { browser, origin, registrationId } = await workerOf(page);
  await page.goto('about:blank');
  await browser.send('ServiceWorker.dispatchPeriodicSyncEvent', {
    origin,
    registrationId,
    tag: DUE_SYNC
  });
}

/** Hands the worker a push, as the browser does whether the app is open or closed. */
export async function push(page: Page): Promise<void> {
  const { browser, origin, registrationId } = await workerOf(page);
  await browser.send('ServiceWorker.deliverPushMessage', { origin, registrationId, data: '' });
}

async function workerOf(page: Page) {
  const browser = await page.context().newCDPSession(page);
  const known = new Promise<string>((resolve) => {
    browser.on('ServiceWorker.workerRegistrationUpdated', ({ registrations: [first] }) => {
      if (first) resolve(first.registrationId);
    });
  });
  await browser.send('ServiceWorker.enable');
  return { browser, registrationId: await known, origin: new URL(page.url()).origin };
}

/** Tells the page that it went out of sight. */
export function hide(page: Page): Promise<void> {
  return page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'hidden' });
    document.dispatchEvent(new Event('visibilitychange'));
  });
}
