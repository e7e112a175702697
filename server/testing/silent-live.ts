import { createLive, type Live } from "@/server/realtime/live";
import type { ServiceContext } from "@/server/services/kernel/service-context";

const SILENT_BUS = { subscribe: () => () => {}, stop: async () => {} };

/** Streams that hear of nothing, for callers that ask for none. */
export function silentLive(systemContext: () => ServiceContext): Live {
  return createLive({ bus: SILENT_BUS, positionBus: SILENT_BUS, accessBus: SILENT_BUS }, systemContext);
}
