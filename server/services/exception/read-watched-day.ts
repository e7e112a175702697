import "server-only";
import type { Tx } from "@/db/client";
import { loadWatchedDay, type WatchedOutcomeRow } from "@/db/queries/exception/load-watched-day";
import type { PlanRow } from "@/db/queries/plan/find-plan";
import type { WatchedDay } from "@/server/domain/exception/watched-day";
import { distanceMeters } from "@/server/domain/geo";
import { startOfDay } from "@/server/domain/time/zoned-time";

/** A plan's day as the rules look at it. */
export async function readWatchedDay(tx: Tx, organizationId: string, plan: PlanRow, now: Date): Promise<WatchedDay> {
  const { routes, arrivals, outcomes, acts } = await loadWatchedDay(tx, organizationId, plan.id);
  const midnightMs = startOfDay(plan.date, plan.timeZone).getTime();
  return {
    planId: plan.id,
    nowMs: now.getTime(),
    routes: routes.map(({ startSeconds, ...route }) => ({
      ...route,
      plannedStartMs: midnightMs + startSeconds * 1000,
    })),
    arrivals,
    outcomes: outcomes.map(({ tasks, proofs, lat, lng, position, ...outcome }) => ({
      ...outcome,
      lacksProof: proofs === 0 && tasks.some(({ required, kind }) => required && isProof(kind)),
      offMeters: offMeters(lat, lng, position),
    })),
    acts,
  };
}

const isProof = (kind: string) => kind === "photo" || kind === "signature";

/** What the device was unsure of is not held against the address. */
function offMeters(lat: number | null, lng: number | null, at: WatchedOutcomeRow["position"]): number | null {
  if (lat === null || lng === null || at === null) return null;
  return Math.max(0, distanceMeters({ lat, lng }, at) - (at.accuracyMeters ?? 0));
}
