/** Shows or clears the mark on the app's icon, where the app is installed and icons have marks. */
export async function setDueBadge(isDue: boolean): Promise<void> {
  const { navigator } = globalThis;
  if (!('setAppBadge' in navigator)) return;
  // Refused where the app is not installed: then there is no icon to mark.
  await (isDue ? navigator.setAppBadge() : navigator.clearAppBadge()).catch(() => undefined);
}
