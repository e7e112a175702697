/** How many rows one statement deletes of what has outlived its time. */
export const ROWS_AT_ONCE = 20_000;

/** Deletes in statements of bounded length, so that nobody waits for one; answers with how many rows it came to. */
export async function untilNone(deleteSome: () => PromiseLike<{ readonly count: number }>): Promise<number> {
  for (let total = 0; ; ) {
    const { count } = await deleteSome();
    total += count;
    if (count < ROWS_AT_ONCE) return total;
  }
}
