import "server-only";
import { z } from "zod";
import { type FixRefusal, judgeFix } from "@/server/domain/position/judge-fix";
import type { PositionFix } from "@/server/domain/position/position-fix";
import { feed } from "../kernel/feed";
import { ServiceError } from "../kernel/service-error";

const MOST_FIXES = 100;

/** What became of a driver's fixes, by place in the list. */
export interface ReportedPositions {
  readonly stored: number;
  readonly refused: readonly { readonly index: number; readonly reason: FixRefusal }[];
}

/**
 * Takes where another system says that drivers of ours have been, in any order; the drivers have been found before. What
 * is older than what is known of a driver is kept, and he is not moved back by it; what is older than positions are taken
 * at all is passed over. A driver's list with anything else amiss is refused whole.
 */
export const reportPositions = feed({
  permission: "fleet.write",
  input: z.object({
    drivers: z.array(z.object({ driverId: z.uuid(), fixes: z.array(z.unknown()).max(MOST_FIXES) })),
  }),
  run: async ({ actor, now, ports }, { drivers }): Promise<readonly ReportedPositions[]> => {
    const { organizationId } = actor;
    const receivedAtMs = now.getTime();
    return Promise.all(
      drivers.map(async ({ driverId, fixes: sent }) => {
        const judged = sent.map((fix) => judgeFix(fix, { receivedAtMs, skewMs: 0 }));
        const fixes: PositionFix[] = judged.flatMap((each) => ("fix" in each ? [each.fix] : []));
        const refused = judged.flatMap((each, index) => ("fix" in each ? [] : [{ index, reason: each.reason }]));
        const isSound = refused.every(({ reason }) => reason === "too-old");
        if (fixes.length === 0 || !isSound) return { stored: 0, refused };
        const batch = { organizationId, driverId, routeId: null, receivedAtMs, fixes };
        if ((await ports.positions.write(batch)) === "stored") return { stored: fixes.length, refused };
        throw new ServiceError("unavailable", "Too many positions are waiting to be stored. Try again in a moment.", {
          reason: "positions-waiting",
        });
      }),
    );
  },
});
