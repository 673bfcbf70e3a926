import { work, type Save } from './editor.ts';

// Another tab, with a connection and a memory of its own. It says why its work has failed.
addEventListener('message', async ({ data }: MessageEvent<Save | undefined>) => {
  try {
    await work(data);
    postMessage(undefined);
  } catch (error) {
    postMessage({ ...(error as object) });
  }
});
