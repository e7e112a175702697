import "server-only";
import { z } from "zod";
import { endLook, findRouteToLookAt, insertDriverSession } from "@/db/queries/execution/driver-sessions";
import { findDrivers } from "@/db/queries/fleet/find-fleet";
import type { Actor } from "@/server/domain/access/actor";
import { LOOKING } from "@/server/domain/access/permissions";
import { changed, command, unchanged } from "../kernel/command";
import { found, ServiceError } from "../kernel/service-error";
import { hashToken } from "../plan/hash-token";

const LOOK_SECONDS = 900;

/**
 * Lets somebody at the desk see a route that was sent as its driver sees it, for a quarter of an hour: the token reads that
 * route and does nothing, and ends with the route's link, and with the sign-in it is begun from. The log says who looked as
 * whom, and why where that was said.
 */
export const seeAsDriver = command({
  permission: LOOKING,
  input: z.object({ routeId: z.uuid(), why: z.string().trim().max(200).default("") }),
  run: async ({ tx, actor, now, newId, newToken }, { routeId, why }) => {
    const { organizationId } = actor;
    const looker = lookerOf(actor);
    const route = found(await findRouteToLookAt(tx, organizationId, routeId), "route");
    const { number: routeNumber, planId, assignmentId, driverId, name } = route;
    if (!assignmentId || !driverId || !name) {
      throw new ServiceError("refused", `Route ${routeNumber} was not sent.`, {
        reason: "not-dispatched",
        routeNumber,
      });
    }
    const [lookId, token] = [newId(), newToken()];
    const expiresAt = new Date(now.getTime() + LOOK_SECONDS * 1000);
    const kept = { tokenHash: hashToken(token), expiresAt, ...looker, lastSeenAt: now, createdAt: now };
    await insertDriverSession(tx, { organizationId, id: lookId, assignmentId, routeId, driverId, ...kept });
    const data = { name, number: routeNumber, expiresAt: expiresAt.toISOString(), ...(why && { why }) };
    return changed({ lookId, token, expiresAt, remainingSeconds: LOOK_SECONDS, driver: name, routeNumber }, [
      { type: "driver.looked-as", entity: "driver", entityId: driverId, planId, data },
    ]);
  },
});

/** Ends a look of one's own before its time; one that is over stays as it is. */
export const endLookAsDriver = command({
  permission: LOOKING,
  input: z.object({ lookId: z.uuid() }),
  run: async ({ tx, actor, now }, { lookId }) => {
    const ended = await endLook(tx, actor.organizationId, lookId, personOf(actor), now);
    if (!ended) return unchanged({ lookId });
    const { name } = found((await findDrivers(tx, actor.organizationId, [ended.driverId]))[0], "driver");
    return changed({ lookId }, [
      { type: "driver.look-ended", entity: "driver", entityId: ended.driverId, data: { name } },
    ]);
  },
});

/** Programs have tokens of their own (`fleet/let-driver-in`). */
function personOf({ kind, id }: Actor): string {
  if (kind === "user" && id) return id;
  throw peopleOnly();
}

/** The person, and the sign-in that a look ends with. */
function lookerOf(actor: Actor) {
  if (!actor.sessionId) throw peopleOnly();
  return { watchedBy: personOf(actor), lookerSessionId: actor.sessionId };
}

function peopleOnly(): ServiceError {
  return new ServiceError("forbidden", "Only people look as a driver.", { reason: "permission", permission: LOOKING });
}
