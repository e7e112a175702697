/** An answer that is good for a while, for all who ask meanwhile. */
export function heldFor<T>(milliseconds: number, ask: () => Promise<T>): () => Promise<T> {
  let held: { readonly answer: Promise<T>; readonly until: number } | undefined;
  return () => {
    const now = performance.now();
    if (!held || held.until < now) held = { answer: ask(), until: now + milliseconds };
    return held.answer;
  };
}
