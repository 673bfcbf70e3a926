/** Resolves once the browser has painted. Await before work that blocks the page. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    // A hidden tab paints nothing.
    const late = setTimeout(resolve, 100);
    requestAnimationFrame(() => {
      clearTimeout(late);
      setTimeout(resolve);
    });
  });
}
