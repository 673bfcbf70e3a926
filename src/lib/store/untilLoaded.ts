/** How long a connection gets to come back, in milliseconds. */
const REST = 5000;

/**
 * Loads code that nobody presses for: what didn't load is asked for again until it's there.
 *
 * @param rest waits before the next try
 */
export async function untilLoaded<Module>(
  load: () => Promise<Module>,
  rest = () => new Promise((resolve) => setTimeout(resolve, REST))
): Promise<Module> {
  for (;;) {
    try {
      return await load();
    } catch {
      await rest();
    }
  }
}
