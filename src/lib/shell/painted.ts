/** Resolves once the page shows what it was last told: before work during which nothing moves. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    // Nothing is painted in a tab that is out of sight.
    const late = setTimeout(resolve, 100);
    requestAnimationFrame(() => {
      clearTimeout(late);
      setTimeout(resolve);
    });
  });
}
