import { shortcutNumber } from '#lib/account/model/tap.ts';
import { keepShortcutKey } from '#lib/account/store/shortcutKey.ts';

interface Manifest {
  shortcuts?: { url: string }[];
}

/** The manifest with this device's numbers in the addresses of the shortcuts that log: those with a query. */
export async function withShortcutNumbers(manifest: Response): Promise<Response> {
  const content = (await manifest.json()) as Manifest;
  const key = await keepShortcutKey(() => crypto.randomUUID());
  for (const shortcut of content.shortcuts ?? []) {
    shortcut.url = shortcut.url.replace(/(?<=\?s=)\d+$/, (place) =>
      shortcutNumber(key, Number(place))
    );
  }
  return new Response(JSON.stringify(content), {
    headers: { 'content-type': 'application/manifest+json' }
  });
}
