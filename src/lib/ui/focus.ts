/** Scrolls to a section and focuses its heading, once the page shows it. */
export function goToForm(id: string): void {
  requestAnimationFrame(() => {
    const heading = document.getElementById(id)?.querySelector<HTMLElement>('h2');
    heading?.focus({ preventScroll: true });
    heading?.scrollIntoView({ block: 'center' });
  });
}

/** Moves the focus to the page, when the button that was pressed has gone. */
export function goOn(): void {
  document.getElementById('content')?.focus({ preventScroll: true });
}

/** Moves focus and view to the top of the page, when what was pressed has gone or is far below. */
export function toTop(): void {
  const content = document.getElementById('content');
  content?.focus({ preventScroll: true });
  content?.scrollIntoView();
}
