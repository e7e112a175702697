import "server-only";
import { gatherCalls } from "@/server/services/kernel/gather-calls";

const MOST_KEYS = 500;

/** Turns many lookups of one key each into few of many; each key is asked for once. Fails as `gatherCalls` does. */
export function gatherLookups<V>(
  ask: (keys: readonly string[]) => Promise<ReadonlyMap<string, V>>,
): (key: string) => Promise<V | undefined> {
  return gatherCalls(async (keys: readonly string[]) => {
    const values = await ask([...new Set(keys)]);
    return keys.map((key) => values.get(key));
  }, MOST_KEYS);
}
