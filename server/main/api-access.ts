import "server-only";
import type { ApiAccess } from "@/server/api/kernel/dialect";
import { CLIENT_ADDRESS_HEADER } from "@/server/auth/auth";
import { issueAccessToken } from "@/server/auth/issue-access-token";
import { resolveApiCaller } from "@/server/auth/resolve-api-caller";
import { resolveTrackingCode } from "@/server/auth/resolve-tracking-code";
import type { Core } from "./boot-core";

/** How programs' requests reach the services. */
export function apiAccess(core: Core): ApiAccess {
  const { database, ports, log, secret } = core;
  const way = { database, secret };
  return {
    callerOf: (token) => resolveApiCaller(way, token, ports.clock.now()),
    servicesOf: ({ actor }, correlationId) => core.contextOf(actor, correlationId),
    issueToken: (keySecret, scopes) => issueAccessToken(way, keySecret, scopes, ports.clock.now()),
    trackedBy: async (code) => {
      const found = await resolveTrackingCode(database, code);
      return found && { services: core.systemContext(found.organizationId), deliveryId: found.deliveryId };
    },
    addressOf: (headers) => headers.get(CLIENT_ADDRESS_HEADER) ?? "unknown",
    newCorrelationId: () => ports.ids.newId(),
    now: () => ports.clock.now(),
    onError: (error, about) => log.error({ ...about, error }, "an API's request failed"),
  };
}
