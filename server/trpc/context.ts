import "server-only";
import type { Live } from "@/server/realtime/live";
import type { ServiceContext } from "@/server/services/kernel/service-context";

/** What a procedure gets: nobody, or somebody's way into the services; and what live streams draw from. */
export interface TrpcContext {
  readonly services: ServiceContext | null;
  readonly live: Live;
  /** The same sender once more, for streams that outlive a request: null once they have signed out or left. */
  readonly reauthorize?: () => Promise<ServiceContext | null>;
}
