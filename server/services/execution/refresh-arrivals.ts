import "server-only";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { appendArrivalHistory, loadArrivals, saveArrivals } from "@/db/queries/execution/arrivals";
import { loadRouteOps } from "@/db/queries/execution/driver-ops";
import { lockRunRoute } from "@/db/queries/execution/runs";
import { findPlan } from "@/db/queries/plan/find-plan";
import { findLastPositions } from "@/db/queries/position/record-positions";
import { compareArrivals } from "@/server/domain/execution/compare-arrivals";
import { type Arrival, estimateArrivals } from "@/server/domain/execution/estimate-arrivals";
import { foldOps } from "@/server/domain/execution/fold-ops";
import { isDayOver } from "@/server/domain/execution/is-day-over";
import { routeProgress } from "@/server/domain/execution/route-progress";
import { type CommandScope, changed, changedQuietly, command, unchanged } from "../kernel/command";
import { found } from "../kernel/service-error";
import { loadRoutesBoard } from "../plan/load-board";

/**
 * Works out when a sent route's open stops will be reached, from what has happened so far. The history keeps every
 * expectation that moved by a minute; the log hears of those that matter. Routes that are not sent, and routes whose day
 * is over, expect nothing.
 */
export const refreshArrivals = command({
  permission: "plan.edit",
  input: z.object({ routeId: z.uuid() }),
  run: async ({ tx, actor, now, enqueue }, { routeId }) => {
    const { organizationId } = actor;
    const row = found(await lockRunRoute(tx, organizationId, routeId), "route");
    const before = await loadArrivals(tx, organizationId, routeId);
    if (row.status === "planned" && before.length === 0) return unchanged({ stops: 0, lateStops: 0 });
    const { stops, midnightEpochMs, isOver } = await expectedStops({ tx, actor, now }, row);
    const instant = (seconds: number) => new Date(midnightEpochMs + seconds * 1000);
    const rows = stops.map(({ visitId, lateSeconds, stopsBefore, ...times }) => ({
      organizationId,
      routeId,
      visitId,
      planId: row.planId,
      arriveAt: instant(times.arriveSeconds),
      startAt: instant(times.startSeconds),
      departAt: instant(times.departSeconds),
      lateSeconds,
      stopsBefore,
      madeAt: now,
    }));
    const { gone, different, moved, loud } = compareArrivals(before, rows);
    if (isOver && gone.length > 0) await enqueue("learn-from-route", { routeId });
    await Promise.all([
      saveArrivals(tx, organizationId, routeId, gone, different),
      appendArrivalHistory(
        tx,
        moved.map(({ visitId, arriveAt, stopsBefore }) => ({
          organizationId,
          routeId,
          visitId,
          madeAt: now,
          arriveAt,
          stopsBefore,
        })),
      ),
      enqueue("watch-plan", { planId: row.planId }),
      enqueue("tell-customers", { routeId }),
    ]);
    const lateStops = rows.filter(({ lateSeconds }) => lateSeconds > 0).length;
    const result = { stops: rows.length, lateStops };
    if (loud.length === 0) return changedQuietly(result);
    const data = { number: row.number, visitIds: loud, lateStops };
    return changed(result, [
      { type: "route.arrivals-changed", entity: "route", entityId: routeId, planId: row.planId, data },
    ]);
  },
});

/** What is expected of a route, in its plan's seconds. */
async function expectedStops(
  { tx, actor, now }: Pick<CommandScope<unknown>, "tx" | "actor" | "now">,
  { id, planId, status }: NonNullable<Awaited<ReturnType<typeof lockRunRoute>>>,
): Promise<{ readonly stops: readonly Arrival[]; readonly midnightEpochMs: number; readonly isOver: boolean }> {
  const { organizationId } = actor;
  const plan = found(await findPlan(tx, organizationId, planId), "plan");
  // Asked all at once, answered in turn.
  const [board, ops] = await Promise.all([
    loadRoutesBoard(tx, organizationId, plan, [id]),
    loadRouteOps(tx, organizationId, id),
  ]);
  const route = found(board.routes[0], "route");
  const { midnightEpochMs } = board.plan;
  if (status === "planned") return { stops: [], midnightEpochMs, isOver: false };
  const progress = routeProgress(foldOps(ops), midnightEpochMs);
  const seenAt = await lastSeen(tx, organizationId, route.driver.id, midnightEpochMs);
  const nowSeconds = (now.getTime() - midnightEpochMs) / 1000;
  if (isDayOver({ route, progress, nowSeconds, seenAt })) return { stops: [], midnightEpochMs, isOver: true };
  return { ...estimateArrivals({ board, route, progress, nowSeconds, seenAt }), midnightEpochMs, isOver: false };
}

async function lastSeen(tx: Tx, organizationId: string, driverId: string, midnightEpochMs: number) {
  const seen = (await findLastPositions(tx, organizationId, [driverId])).get(driverId)?.last;
  if (!seen) return null;
  return { position: { lat: seen.lat, lng: seen.lng }, atSeconds: (seen.recordedAtMs - midnightEpochMs) / 1000 };
}
