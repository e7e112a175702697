import "server-only";
import { findLogoOwner } from "@/db/queries/organization/logos";
import type { TrackAccess } from "@/server/api/track/track-access";
import { CLIENT_ADDRESS_HEADER } from "@/server/auth/auth";
import { resolveTrackingLink } from "@/server/auth/resolve-tracking-link";
import { resolveTrackingNumber } from "@/server/auth/resolve-tracking-number";
import { gatherCalls } from "@/server/services/kernel/gather-calls";
import { ServiceError } from "@/server/services/kernel/service-error";
import { readLogo } from "@/server/services/organization/read-logo";
import { giveFormLink } from "@/server/services/tracking/give-form-link";
import { type LookedAtDoor, MOST_DOORS, readTrackings } from "@/server/services/tracking/read-trackings";
import type { ToldDoor } from "@/server/services/tracking/tell-door";
import type { Core } from "./boot-core";

/** Product.md §3: at most every ten seconds. */
const TICK_MILLISECONDS = 10_000;

/** What of a process customers' pages need. */
export type TrackCore = Pick<Core, "database" | "systemContext" | "hashAddress" | "signForCustomer"> & {
  readonly ports: Pick<Core["ports"], "clock"> & { readonly maps: Pick<Core["ports"]["maps"], "groundOf"> };
  readonly log: Pick<Core["log"], "error">;
};

type Reading = (door: LookedAtDoor) => Promise<ToldDoor | null>;

/** How customers' links reach the services: as the system itself, for a customer has no account. */
export function trackAccess(core: TrackCore, tickMilliseconds = TICK_MILLISECONDS): TrackAccess {
  const now = () => core.ports.clock.now();
  // A message to thousands is opened by hundreds at once: pages of one organization that are asked for together are
  // read together.
  const readings = new Map<string, Reading>();
  const readingOf = (organizationId: string): Reading => {
    const known = readings.get(organizationId);
    if (known) return known;
    const services = core.systemContext(organizationId);
    const reading: Reading = gatherCalls(
      (doors) => readTrackings(services, { doors: [...doors] }),
      MOST_DOORS,
      // What is no expected "no", such as a database that is away, is a fault of one door and shuts no other one's page.
      (error) => !(error instanceof ServiceError),
    );
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
    byNumber: async (said) => {
      const found = await resolveTrackingNumber(core.database, said, now());
      if (!found) return null;
      const { url } = await giveFormLink(core.systemContext(found.organizationId), { visitId: found.visitId });
      // A way on this server, whatever name it is reached by.
      return new URL(url).pathname;
    },
    look: ({ organizationId, linkId, visitId, scope }, ipHash) =>
      readingOf(organizationId)({ visitId, view: ipHash === null ? null : { linkId, scope, ipHash } }),
    logo: async (token, format) => {
      const organizationId = await findLogoOwner(core.database, token);
      return organizationId === null ? null : readLogo(core.systemContext(organizationId), { token, format });
    },
    groundOf: (organizationId) => core.ports.maps.groundOf(organizationId),
    tickMilliseconds,
    addressOf,
    hashCaller: (organizationId, headers) => core.hashAddress(organizationId, addressOf(headers)),
    sign: (text) => core.signForCustomer(text),
    onError: (error) => core.log.error({ error }, "customer's page failed"),
  };
}
