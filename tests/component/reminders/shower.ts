import '#lib/shell/database.ts';
import { showSlot } from '#lib/reminders/store/reminders.ts';

// A second connection that wants to show the same prompts as the page, once it is told to go.
addEventListener('message', async ({ data: reminderId }) => {
  const minutes = Array.from({ length: 50 }, (_, minute) => minute);
  const shown = await Promise.all(
    minutes.map((minute) => showSlot({ reminderId, day: '2026-11-22', minute }, 2))
  );
  postMessage(shown);
});
postMessage('ready');
