import "server-only";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { appendArrivalHistory, loadArrivals, replaceArrivals } from "@/db/queries/execution/arrivals";
import { loadRouteOps } from "@/db/queries/execution/driver-ops";
import { lockRunRoute } from "@/db/queries/execution/runs";
import { findPlan } from "@/db/queries/plan/find-plan";
import { findLastPositions } from "@/db/queries/position/record-positions";
import { estimateArrivals } from "@/server/domain/execution/estimate-arrivals";
import { foldOps } from "@/server/domain/execution/fold-ops";
import { routeProgress } from "@/server/domain/execution/route-progress";
import { changed, changedQuietly, command, unchanged } from "../kernel/command";
import { found } from "../kernel/service-error";
import { loadPartialBoard } from "../plan/load-board";

/** An expectation that moves by less is the same to everybody. */
const NEWS_SECONDS = 60;
/** What desks and other systems are told of: a stop that moves by as much, or becomes late, or is on time again. */
const EVENT_SECONDS = 180;

/**
 * Works out when a sent route's open stops will be reached, from what has happened so far. The history keeps every
 * expectation that moved by a minute; the log hears of those that matter. Routes that are not sent expect nothing.
 */
export const refreshArrivals = command({
  permission: "plan.edit",
  input: z.object({ routeId: z.uuid() }),
  run: async ({ tx, actor, now, enqueue }, { routeId }) => {
    const { organizationId } = actor;
    const row = found(await lockRunRoute(tx, organizationId, routeId), "route");
    const plan = found(await findPlan(tx, organizationId, row.planId), "plan");
    const before = new Map((await loadArrivals(tx, organizationId, routeId)).map((each) => [each.visitId, each]));
    if (row.status === "planned" && before.size === 0) return unchanged({ stops: 0, lateStops: 0 });
    const { board } = await loadPartialBoard(tx, organizationId, plan, [routeId], []);
    const route = found(board.routes[0], "route");
    const { midnightEpochMs } = board.plan;
    const run = foldOps(await loadRouteOps(tx, organizationId, routeId));
    const { stops } =
      row.status === "planned"
        ? { stops: [] }
        : estimateArrivals({
            board,
            route,
            progress: routeProgress(run, midnightEpochMs),
            nowSeconds: (now.getTime() - midnightEpochMs) / 1000,
            seenAt: await lastSeen(tx, organizationId, route.driver.id, midnightEpochMs),
          });
    const instant = (seconds: number) => new Date(midnightEpochMs + seconds * 1000);
    const rows = stops.map((stop) => ({
      organizationId,
      routeId,
      visitId: stop.visitId,
      planId: plan.id,
      arriveAt: instant(stop.arriveSeconds),
      startAt: instant(stop.startSeconds),
      departAt: instant(stop.departSeconds),
      lateSeconds: stop.lateSeconds,
      stopsBefore: stop.stopsBefore,
      madeAt: now,
    }));
    await replaceArrivals(tx, organizationId, routeId, rows);
    await enqueue("watch-plan", { planId: plan.id });
    const movedBy = (each: (typeof rows)[number]) => {
      const known = before.get(each.visitId);
      return known ? Math.abs(each.arriveAt.getTime() - known.arriveAt.getTime()) / 1000 : Number.POSITIVE_INFINITY;
    };
    const news = rows.filter((each) => movedBy(each) >= NEWS_SECONDS);
    await appendArrivalHistory(
      tx,
      news.map(({ visitId, arriveAt, stopsBefore }) => ({
        organizationId,
        routeId,
        visitId,
        madeAt: now,
        arriveAt,
        stopsBefore,
      })),
    );
    const lateStops = rows.filter(({ lateSeconds }) => lateSeconds > 0).length;
    const result = { stops: rows.length, lateStops };
    const loud = rows.filter((each) => {
      const wasLate = (before.get(each.visitId)?.lateSeconds ?? 0) > 0;
      return movedBy(each) >= EVENT_SECONDS || wasLate !== each.lateSeconds > 0;
    });
    if (loud.length === 0) return changedQuietly(result);
    return changed(result, [
      {
        type: "route.arrivals-changed",
        entity: "route",
        entityId: routeId,
        planId: plan.id,
        data: { number: row.number, visitIds: loud.map(({ visitId }) => visitId), lateStops },
      },
    ]);
  },
});

async function lastSeen(tx: Tx, organizationId: string, driverId: string, midnightEpochMs: number) {
  const seen = (await findLastPositions(tx, organizationId, [driverId])).get(driverId)?.last;
  if (!seen) return null;
  return { position: { lat: seen.lat, lng: seen.lng }, atSeconds: (seen.recordedAtMs - midnightEpochMs) / 1000 };
}
