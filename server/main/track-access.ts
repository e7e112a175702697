import "server-only";
import type { TrackAccess } from "@/server/api/track/track-access";
import { CLIENT_ADDRESS_HEADER } from "@/server/auth/auth";
import { gatherCalls } from "@/server/auth/gather-calls";
import { resolveTrackingLink } from "@/server/auth/resolve-tracking-link";
import { type LookedAtDoor, MOST_DOORS, readTrackings } from "@/server/services/tracking/read-trackings";
import type { ToldDoor } from "@/server/services/tracking/tell-door";
import type { Core } from "./boot-core";

type Reading = (door: LookedAtDoor) => Promise<ToldDoor | null>;

/** How customers' links reach the services: as the system itself, for a customer has no account. */
export function trackAccess(core: Core): TrackAccess {
  const now = () => core.ports.clock.now();
  // A message to thousands is opened by hundreds at once: pages of one organization that are asked for together are
  // read together.
  const readings = new Map<string, Reading>();
  const readingOf = (organizationId: string): Reading => {
    const known = readings.get(organizationId);
    if (known) return known;
    const services = core.systemContext(organizationId);
    const reading: Reading = gatherCalls((doors) => readTrackings(services, { doors: [...doors] }), MOST_DOORS);
    readings.set(organizationId, reading);
    return reading;
  };
  const addressOf = (headers: Headers) => headers.get(CLIENT_ADDRESS_HEADER) ?? "unknown";
  return {
    now,
    byLink: async (token) => {
      const door = await resolveTrackingLink(core.database, token, now());
      return door && { door, services: core.systemContext(door.organizationId) };
    },
    look: ({ organizationId, linkId, visitId, scope }, ipHash) =>
      readingOf(organizationId)({ visitId, view: ipHash === null ? null : { linkId, scope, ipHash } }),
    addressOf,
    hashCaller: (organizationId, headers) => core.hashAddress(organizationId, addressOf(headers)),
    onError: (error) => core.log.error({ error }, "customer's page failed"),
  };
}
