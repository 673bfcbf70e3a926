import { keepShortcutKey, KEY_PARAMETER } from '#lib/account/store/shortcutKey.ts';

interface Manifest {
  shortcuts?: { url: string }[];
}

/** The manifest with this device's key in the address of each shortcut that logs: those with a query. */
export async function withShortcutKeys(manifest: Response): Promise<Response> {
  const content = (await manifest.json()) as Manifest;
  const key = await keepShortcutKey(() => crypto.randomUUID());
  for (const shortcut of content.shortcuts ?? []) {
    if (shortcut.url.includes('?')) shortcut.url += `&${KEY_PARAMETER}=${key}`;
  }
  return new Response(JSON.stringify(content), {
    headers: { 'content-type': 'application/manifest+json' }
  });
}
