import type { Page } from './test.ts';

/** All that this site has stored on the device, as one text. */
export function stored(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const parts: unknown[] = [location.href, document.cookie];
    for (const storage of [localStorage, sessionStorage]) parts.push({ ...storage });
    for (const { name = '' } of await indexedDB.databases()) {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const open = indexedDB.open(name);
        open.onerror = () => reject(open.error);
        open.onsuccess = () => resolve(open.result);
      });
      for (const table of db.objectStoreNames) {
        const rows = await new Promise((resolve) => {
          const asking = db.transaction(table).objectStore(table).getAll();
          asking.onsuccess = () => resolve(asking.result);
        });
        parts.push(table, rows);
      }
      db.close();
    }
    for (const name of await caches.keys()) parts.push(name);
    for await (const name of (await navigator.storage.getDirectory()).keys()) parts.push(name);
    parts.push(history.state?.['sveltekit:snapshot'] ?? null);
    return JSON.stringify(parts);
  });
}

/** What the browser keeps of a page beside its data: its title, its address, and what history holds. */
export function tracesOf(page: Page): Promise<string> {
  return page.evaluate(() =>
    [document.title, location.href, JSON.stringify(history.state)].join('\n')
  );
}
