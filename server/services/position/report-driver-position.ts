import "server-only";
import { z } from "zod";
import { judgeFix } from "@/server/domain/position/judge-fix";
import { feed } from "../kernel/feed";
import { ServiceError } from "../kernel/service-error";

/** Takes where somebody says a driver of ours is; the driver has been found before. Refused where it cannot be. */
export const reportDriverPosition = feed({
  permission: "fleet.write",
  input: z.object({ driverId: z.uuid(), routeId: z.uuid().nullable(), fix: z.unknown() }),
  run: async ({ actor, now, ports }, { driverId, routeId, fix: sent }): Promise<void> => {
    const receivedAtMs = now.getTime();
    const judged = judgeFix(sent, { receivedAtMs, skewMs: 0 });
    if ("reason" in judged) {
      throw new ServiceError("invalid", `The location cannot be used: ${judged.reason}.`, { reason: "invalid" });
    }
    const batch = { organizationId: actor.organizationId, driverId, routeId, receivedAtMs, fixes: [judged.fix] };
    if ((await ports.positions.write(batch)) === "stored") return;
    throw new ServiceError("unavailable", "Too many positions are waiting to be stored. Try again in a moment.", {
      reason: "positions-waiting",
    });
  },
});
