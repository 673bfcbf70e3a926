import '#lib/shell/database.ts';
import { db } from '#lib/store/database.ts';

let isHeld = false;

// Another tab, which holds every table in one transaction until it is told to let go.
addEventListener('message', async ({ data }: MessageEvent<'hold' | 'let go'>) => {
  isHeld = data === 'hold';
  if (!isHeld) return;
  await db.open();
  const transaction = db.backendDB().transaction([...db.backendDB().objectStoreNames], 'readwrite');
  const store = transaction.objectStore('drafts');
  const next = () => {
    if (isHeld) store.get('none').onsuccess = next;
  };
  store.get('none').onsuccess = () => {
    postMessage('held');
    next();
  };
});
