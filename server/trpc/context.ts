import "server-only";
import type { ServiceContext } from "@/server/services/kernel/service-context";

/** What a procedure gets: nobody, or somebody's way into the services. */
export interface TrpcContext {
  readonly services: ServiceContext | null;
}
