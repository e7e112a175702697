/** Over how long tries at an identity check are counted together. */
export const TRY_WINDOW_MS = 3_600_000;
const MOST_LATELY = 5;
/** Three digits are a thousand: whoever has guessed so often is told by the desk, if at all. */
const MOST_IN_ALL = 20;

/** Whether one more answer to a door's identity check is looked at, after those that did not fit. */
export function mayTryIdentity({ lately, inAll }: { readonly lately: number; readonly inAll: number }): boolean {
  return lately < MOST_LATELY && inAll < MOST_IN_ALL;
}
