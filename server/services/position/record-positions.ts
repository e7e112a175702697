import "server-only";
import { z } from "zod";
import { type FixRefusal, judgeFix } from "@/server/domain/position/judge-fix";
import { MAX_FIXES_PER_BATCH, type PositionFix } from "@/server/domain/position/position-fix";
import { feed } from "../kernel/feed";
import { found, ServiceError } from "../kernel/service-error";

/** The answer to a batch; `refused` by place in it. Those not refused are stored, now or since an earlier time. */
export interface PositionsAnswer {
  readonly stored: number;
  readonly refused: readonly { readonly index: number; readonly reason: FixRefusal }[];
}

/** What a device sends: any number of fixes within reason, each judged alone, and its own time if it wants it put right. */
const recordPositionsSchema = z.object({
  deviceNow: z.coerce.date().optional(),
  fixes: z
    .array(z.unknown())
    .max(MAX_FIXES_PER_BATCH, `at most ${MAX_FIXES_PER_BATCH} fixes at once; none of these was stored`),
});

/** Takes where a driver's device has been. The same fixes may come any number of times. */
export const recordPositions = feed({
  permission: "run.write",
  input: recordPositionsSchema,
  run: async ({ actor, now, ports }, { deviceNow, fixes: sent }): Promise<PositionsAnswer> => {
    const receivedAtMs = now.getTime();
    const skewMs = deviceNow ? receivedAtMs - deviceNow.getTime() : 0;
    const fixes: PositionFix[] = [];
    const refused: PositionsAnswer["refused"][number][] = [];
    for (const [index, raw] of sent.entries()) {
      const judged = judgeFix(raw, { receivedAtMs, skewMs });
      if ("fix" in judged) fixes.push(judged.fix);
      else refused.push({ index, reason: judged.reason });
    }
    if (fixes.length === 0) return { stored: 0, refused };
    const { organizationId, routeId } = actor;
    const driverId = found(actor.id, "driver");
    const batch = { organizationId, driverId, routeId: routeId ?? null, receivedAtMs, fixes };
    if ((await ports.positions.write(batch)) === "stored") return { stored: fixes.length, refused };
    throw new ServiceError("unavailable", "Too many positions are waiting to be stored. Try again in a moment.", {
      reason: "positions-waiting",
    });
  },
});
