import { sift, type Sifted } from './sift.ts';
import type { Progress } from '#lib/store/progress.ts';
import { readAccount } from './store/readAccount.ts';

/**
 * The whole account, as it can be read back from a file.
 *
 * @param progress is told how far the reading has come
 * @param pause waited for between steps, to leave the page room to answer
 * @throws StorageError
 */
export async function gather(progress?: Progress, pause = breath): Promise<Sifted> {
  return sift(await readAccount(progress), pause);
}

function breath(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
