import { m } from '#i18n/paraglide/messages.js';
import type { Root } from './record.ts';

const ROOT_WORDS: Record<Root, () => string> = {
  now: m.thinking_root_now,
  past: m.thinking_root_past,
  both: m.thinking_root_both
};

/** Whether something is about now or rooted in the past, in words. */
export function rootWords(root: Root): string {
  return ROOT_WORDS[root]();
}
