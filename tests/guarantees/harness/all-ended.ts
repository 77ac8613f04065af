/**
 * Like `Promise.all`, but waits for the last of them also where one fails: a test that is over takes its folders
 * away, and what still runs would write into them in the meantime.
 */
export async function allEnded<T>(work: readonly Promise<T>[]): Promise<void> {
  await Promise.allSettled(work);
  await Promise.all(work);
}
