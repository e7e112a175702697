import "server-only";

const MOST_KEYS = 500;

interface Asked<V> {
  readonly key: string;
  found(value: V | undefined): void;
  failed(error: unknown): void;
}

/**
 * Turns many lookups of one key each into few of many: whoever asks while an answer is under way is asked for with the
 * next question, so a single lookup never waits and no answer is older than its question. Fails for all that were asked
 * together when `ask` does.
 */
export function gatherLookups<V>(
  ask: (keys: readonly string[]) => Promise<ReadonlyMap<string, V>>,
): (key: string) => Promise<V | undefined> {
  const waiting: Asked<V>[] = [];
  let isAsking = false;
  const answerAll = async () => {
    // What arrives in the same turn of the event loop belongs together.
    await new Promise(setImmediate);
    while (waiting.length > 0) {
      const asked = waiting.splice(0, MOST_KEYS);
      try {
        const values = await ask([...new Set(asked.map(({ key }) => key))]);
        for (const { key, found } of asked) found(values.get(key));
      } catch (error) {
        for (const { failed } of asked) failed(error);
      }
    }
    isAsking = false;
  };
  return (key) =>
    new Promise((found, failed) => {
      waiting.push({ key, found, failed });
      if (isAsking) return;
      isAsking = true;
      void answerAll();
    });
}
