import type { Attachment } from 'svelte/attachments';
import { holdsMedia } from '#lib/device/media.ts';

/**
 * Makes a button answer each click on the next frame with a short pulse of its own colour, before
 * anything has been stored. Two clicks in quick succession pulse twice.
 */
export const answersTap: Attachment<HTMLElement> = (button) => {
  const pulse = () =>
    button.animate(
      holdsMedia('(prefers-reduced-motion: reduce)')
        ? [{ opacity: 0.6 }, { opacity: 1 }]
        : [
            { transform: 'scale(0.95)', filter: 'brightness(0.94)' },
            { transform: 'scale(1)', filter: 'none' }
          ],
      { duration: 220, easing: 'ease-out' }
    );
  button.addEventListener('click', pulse);
  return () => button.removeEventListener('click', pulse);
};
