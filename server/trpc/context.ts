import "server-only";
import type { EventBus } from "@/server/ports/event-bus";
import type { ServiceContext } from "@/server/services/kernel/service-context";

/** What a procedure gets: nobody, or somebody's way into the services; and the bus that tells of changes. */
export interface TrpcContext {
  readonly services: ServiceContext | null;
  readonly bus: EventBus;
}
