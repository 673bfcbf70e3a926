/** Brings a form into view and its heading under the keys, once the page shows it. */
export function goToForm(id: string): void {
  requestAnimationFrame(() => {
    const heading = document.getElementById(id)?.querySelector<HTMLElement>('h2');
    heading?.focus({ preventScroll: true });
    heading?.scrollIntoView({ block: 'center' });
  });
}

/** The button that was pressed has gone: the keys go on from the page. */
export function goOn(): void {
  document.getElementById('content')?.focus({ preventScroll: true });
}

/** What was pressed is gone or far below: go on from the top of the page. */
export function toTop(): void {
  const content = document.getElementById('content');
  content?.focus({ preventScroll: true });
  content?.scrollIntoView();
}
