import "server-only";
import { isShutApiKey } from "@/db/queries/api/api-keys";
import type { ApiAccess } from "@/server/api/kernel/dialect";
import { createPlaces } from "@/server/api/kernel/places";
import { CLIENT_ADDRESS_HEADER } from "@/server/auth/auth";
import { signDriverToken } from "@/server/auth/driver-token";
import { issueAccessToken } from "@/server/auth/issue-access-token";
import { resolveCaller } from "@/server/auth/resolve-caller";
import { resolveTrackingCode } from "@/server/auth/resolve-tracking-code";
import { checkHealth } from "@/server/services/health/check-health";
import { hashToken } from "@/server/services/plan/hash-token";
import { heldFor } from "./answer-held";
import type { Core } from "./boot-core";

/** Anybody may ask how we are: the database is asked once a second for all of them. */
const HEALTH_MILLISECONDS = 1000;

/** Of one caller, in this process. */
const MOST_STREAMS = 8;
const streams = createPlaces(MOST_STREAMS);

/** How programs' requests reach the services. */
export function apiAccess(core: Core): ApiAccess {
  const { database, ports, log, secret } = core;
  const way = { database, secret };
  return {
    callerOf: (token) => resolveCaller(way, token, ports.clock.now()),
    servicesOf: ({ actor }, correlationId) => core.contextOf(actor, correlationId),
    issueToken: (keySecret, scopes) => issueAccessToken(way, keySecret, scopes, ports.clock.now()),
    isShut: (keySecret) => isShutApiKey(database, hashToken(keySecret)),
    signDriverToken: (grant) => signDriverToken(secret, grant),
    trackedBy: async (code) => {
      const found = await resolveTrackingCode(database, code);
      return found && { services: core.systemContext(found.organizationId), deliveryId: found.deliveryId };
    },
    health: heldFor(HEALTH_MILLISECONDS, () => checkHealth({ database, now: ports.clock.now(), ...ports })),
    events: () => core.live.events,
    streams,
    addressOf: (headers) => headers.get(CLIENT_ADDRESS_HEADER) ?? "unknown",
    newCorrelationId: () => ports.ids.newId(),
    now: () => ports.clock.now(),
    onError: (error, about) => log.error({ ...about, error }, "an API's request failed"),
  };
}
