import "server-only";
import { z } from "zod";
import { findPlan } from "@/db/queries/plan/find-plan";
import { listRouteDrivers, listTrack } from "@/db/queries/position/list-positions";
import { simplifyTrack } from "@/server/domain/position/simplify-track";
import { packTrack, type Track } from "@/server/domain/position/track";
import { addLocalDays } from "@/server/domain/time/local-date";
import { startOfDay } from "@/server/domain/time/zoned-time";
import { query } from "../kernel/query";
import { found } from "../kernel/service-error";

const TOLERANCE_METERS = 20;
const MOST_FIXES_PER_ROUTE = 20_000;

/** Who drove a route of the plan and how. A route that changed hands has one entry per driver. */
export interface ReplayedRoute extends Track {
  readonly routeId: string;
  readonly routeNumber: number;
  readonly driverId: string;
}

/** A plan's day as it was driven, for a time slider: one track per route and driver that has any fix, simplified to 20 m. */
export const replayPlan = query({
  permission: "plan.read",
  input: z.object({ planId: z.uuid() }),
  run: async ({ tx, actor }, { planId }) => {
    const { organizationId } = actor;
    const { date, timeZone } = found(await findPlan(tx, organizationId, planId), "plan");
    const from = startOfDay(date, timeZone);
    // A night shift ends after midnight.
    const to = startOfDay(addLocalDays(date, 2), timeZone);
    const routes: ReplayedRoute[] = [];
    for (const { driverId, routeId, routeNumber } of await listRouteDrivers(tx, organizationId, planId)) {
      const span = { from, to, routeId, limit: MOST_FIXES_PER_ROUTE };
      const points = simplifyTrack(await listTrack(tx, organizationId, driverId, span), TOLERANCE_METERS);
      if (points.length > 0) routes.push({ routeId, routeNumber, driverId, ...packTrack(points) });
    }
    return { planId, fromMs: from.getTime(), routes };
  },
});
