import type { Attachment } from 'svelte/attachments';

/**
 * Makes a button answer each click on the next frame with a short pulse of its own colour, before
 * anything has been stored. Two clicks in quick succession pulse twice.
 */
export const answersTap: Attachment<HTMLElement> = (button) => {
  const still = matchMedia('(prefers-reduced-motion: reduce)');
  const pulse = () =>
    button.animate(
      still.matches
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
