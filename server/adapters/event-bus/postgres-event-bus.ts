import "server-only";
import type { Database } from "@/db/client";
import type { EventBus } from "@/server/ports/event-bus";

/** Listens to a channel of Postgres and fans out by organization. After a lost connection everybody is told to look. */
export async function startPostgresEventBus(database: Database, channel: string): Promise<EventBus> {
  const listeners = new Map<string, Set<() => void>>();
  const tell = (organizationId: string) => {
    for (const listener of listeners.get(organizationId) ?? []) listener();
  };
  const subscription = await database.raw.listen(channel, tell, () => {
    for (const organizationId of listeners.keys()) tell(organizationId);
  });
  return {
    subscribe: (organizationId, listener) => {
      const set = listeners.get(organizationId) ?? new Set();
      listeners.set(organizationId, set.add(listener));
      return () => {
        set.delete(listener);
        if (set.size === 0 && listeners.get(organizationId) === set) listeners.delete(organizationId);
      };
    },
    stop: () => subscription.unlisten(),
  };
}
