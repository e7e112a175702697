import "server-only";
import { z } from "zod";
import { findDrivers } from "@/db/queries/fleet/find-fleet";
import { changed, command } from "../kernel/command";
import { found, ServiceError } from "../kernel/service-error";

const MOST_SECONDS = 900;

/** Whom a driver's token is for, and until when; whoever has the installation's secret signs it. */
export interface DriverGrant {
  readonly organizationId: string;
  readonly driverId: string;
  readonly expiresAt: Date;
}

/**
 * Lets an app act as a driver for a quarter of an hour at most. The log says for whom, who has asked for it and how long it lasts; the token
 * itself is kept nowhere. Refuses a driver who drives no more.
 */
export const letDriverIn = command({
  permission: "members.manage",
  input: z.object({
    driverId: z.uuid(),
    seconds: z.int().min(60).max(MOST_SECONDS).default(MOST_SECONDS),
  }),
  run: async ({ tx, actor, now }, { driverId, seconds }) => {
    const { organizationId } = actor;
    const { name, status } = found((await findDrivers(tx, organizationId, [driverId]))[0], "driver");
    if (status !== "active") {
      throw new ServiceError("refused", "This driver is not active.", { reason: "driver-inactive", driver: name });
    }
    const expiresAt = new Date(now.getTime() + seconds * 1000);
    return changed({ grant: { organizationId, driverId, expiresAt } satisfies DriverGrant, seconds }, [
      {
        type: "driver.token-issued",
        entity: "driver",
        entityId: driverId,
        data: { name, seconds, expiresAt: expiresAt.toISOString() },
      },
    ]);
  },
});
