import "server-only";
import { settleApiRequest } from "@/db/queries/api/api-requests";
import { inTenant } from "../kernel/in-tenant";
import type { ServiceContext } from "../kernel/service-context";
import { KEPT_MILLISECONDS, type KeptAnswer } from "./kept-answer";
import type { RequestName } from "./request-name";

/** Keeps a claimed request's answer for a day. */
export function settleRequest(services: ServiceContext, request: RequestName, answer: KeptAnswer): Promise<void> {
  const named = { organizationId: services.actor.organizationId, ...request };
  const expiresAt = new Date(services.ports.clock.now().getTime() + KEPT_MILLISECONDS);
  return inTenant(services, (tx) =>
    settleApiRequest(tx, named, { ...answer, headers: { ...answer.headers }, expiresAt }),
  );
}
