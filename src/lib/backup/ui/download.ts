import { MINUTE_MS } from '#lib/time/duration.ts';

/** Hands a file to the browser to be kept where downloads go. */
export function download(name: string, type: string, content: BlobPart): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Not at once: some browsers read it only after the click has been answered.
  setTimeout(() => URL.revokeObjectURL(url), MINUTE_MS);
}
