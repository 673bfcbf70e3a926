/** How many weeks the balance page shows: remembered while the app is open. */
export const range: { weeks: number } = $state({ weeks: 12 });
