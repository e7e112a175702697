import "server-only";
import { z } from "zod";
import { insertDriverSession } from "@/db/queries/execution/driver-sessions";
import { changedQuietly, command } from "../kernel/command";
import { found } from "../kernel/service-error";
import { hashToken } from "../plan/hash-token";

const SESSION_HOURS = 16;

/** What a device shows from now on instead of the link. */
export interface DriverSession {
  readonly token: string;
  readonly routeId: string;
  readonly expiresAt: string;
}

/**
 * Gives the device that has opened a driver's link a token of its own: good for that route, for a working day, and no
 * longer than the link itself. Only the token's hash is kept.
 */
export const openDriverSession = command({
  permission: "run.read",
  input: z.object({}),
  run: async ({ tx, actor, now, newId, newToken }) => {
    const routeId = found(actor.routeId, "route");
    const token = newToken();
    const expiresAt = new Date(now.getTime() + SESSION_HOURS * 3600_000);
    await insertDriverSession(tx, {
      organizationId: actor.organizationId,
      id: newId(),
      assignmentId: found(actor.assignmentId, "link"),
      routeId,
      driverId: found(actor.id, "driver"),
      tokenHash: hashToken(token),
      expiresAt,
      lastSeenAt: now,
      createdAt: now,
    });
    return changedQuietly<DriverSession>({ token, routeId, expiresAt: expiresAt.toISOString() });
  },
});
