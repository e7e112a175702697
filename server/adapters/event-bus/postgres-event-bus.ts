import "server-only";
import type { Database } from "@/db/client";
import type { EventBus } from "@/server/ports/event-bus";

/** Listens to a channel of Postgres and fans out by whom it names. After a lost connection everybody is told to look. */
export async function startPostgresEventBus(database: Database, channel: string): Promise<EventBus> {
  const listeners = new Map<string, Set<() => void>>();
  const tell = (id: string) => {
    for (const listener of listeners.get(id) ?? []) listener();
  };
  const subscription = await database.raw.listen(channel, tell, () => {
    for (const id of listeners.keys()) tell(id);
  });
  return {
    subscribe: (id, listener) => {
      const set = listeners.get(id) ?? new Set();
      listeners.set(id, set.add(listener));
      return () => {
        set.delete(listener);
        if (set.size === 0 && listeners.get(id) === set) listeners.delete(id);
      };
    },
    stop: () => subscription.unlisten(),
  };
}
