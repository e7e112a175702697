import "server-only";
import type { ApiAccess } from "@/server/api/kernel/dialect";
import { CLIENT_ADDRESS_HEADER } from "@/server/auth/auth";
import { signDriverToken } from "@/server/auth/driver-token";
import { issueAccessToken } from "@/server/auth/issue-access-token";
import { resolveCaller } from "@/server/auth/resolve-caller";
import { resolveTrackingCode } from "@/server/auth/resolve-tracking-code";
import type { Core } from "./boot-core";

/** How programs' requests reach the services. */
export function apiAccess(core: Core): ApiAccess {
  const { database, ports, log, secret } = core;
  const way = { database, secret };
  return {
    callerOf: (token) => resolveCaller(way, token, ports.clock.now()),
    servicesOf: ({ actor }, correlationId) => core.contextOf(actor, correlationId),
    issueToken: (keySecret, scopes) => issueAccessToken(way, keySecret, scopes, ports.clock.now()),
    signDriverToken: (grant) => signDriverToken(secret, grant),
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
