import "server-only";
import { and, eq, isNotNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { bulkInsert } from "@/db/queries/bulk-insert";
import { idArray, isAmong } from "@/db/queries/json-param";
import { arrivalHistory, stopArrival, stopRun } from "@/db/schema/execution";
import { REPORTED_LEAD_MINUTES } from "@/server/domain/analytics/figures";

type StopArrivalRow = typeof stopArrival.$inferSelect;

/** What is expected of a route's stops. */
export async function loadArrivals(tx: Tx, organizationId: string, routeId: string): Promise<StopArrivalRow[]> {
  return tx
    .select()
    .from(stopArrival)
    .where(and(eq(stopArrival.organizationId, organizationId), eq(stopArrival.routeId, routeId)));
}

/** What is expected of a plan's stops (index `stop_arrival_plan`). */
export async function loadPlanArrivals(tx: Tx, organizationId: string, planId: string): Promise<StopArrivalRow[]> {
  return tx
    .select()
    .from(stopArrival)
    .where(and(eq(stopArrival.organizationId, organizationId), eq(stopArrival.planId, planId)));
}

/** Forgets what was expected of some of a route's stops, and puts other expectations in the place of those it had. */
export async function saveArrivals(
  tx: Tx,
  organizationId: string,
  routeId: string,
  gone: readonly string[],
  rows: readonly (typeof stopArrival.$inferInsert)[],
): Promise<void> {
  if (gone.length > 0) {
    await tx
      .delete(stopArrival)
      .where(
        and(
          eq(stopArrival.organizationId, organizationId),
          eq(stopArrival.routeId, routeId),
          isAmong(stopArrival.visitId, gone),
        ),
      );
  }
  await bulkInsert(
    tx,
    stopArrival,
    rows,
    sql`on conflict (organization_id, route_id, visit_id) do update set plan_id = excluded.plan_id,
      arrive_at = excluded.arrive_at, start_at = excluded.start_at, depart_at = excluded.depart_at,
      late_seconds = excluded.late_seconds, stops_before = excluded.stops_before, made_at = excluded.made_at`,
  );
}

export async function appendArrivalHistory(
  tx: Tx,
  rows: readonly (typeof arrivalHistory.$inferInsert)[],
): Promise<void> {
  await bulkInsert(tx, arrivalHistory, rows, sql`on conflict do nothing`);
}

/** When a plan's stops were reached, and what had been expected of them: a row per expectation (index `stop_run_plan`). */
export async function listReachedExpectations(tx: Tx, organizationId: string, planId: string) {
  return tx
    .select({
      visitId: stopRun.visitId,
      routeId: stopRun.routeId,
      arrivedAt: stopRun.arrivedAt,
      madeAt: arrivalHistory.madeAt,
      arriveAt: arrivalHistory.arriveAt,
    })
    .from(stopRun)
    .innerJoin(
      arrivalHistory,
      and(
        eq(arrivalHistory.organizationId, stopRun.organizationId),
        eq(arrivalHistory.routeId, stopRun.routeId),
        eq(arrivalHistory.visitId, stopRun.visitId),
      ),
    )
    .where(and(eq(stopRun.organizationId, organizationId), eq(stopRun.planId, planId), isNotNull(stopRun.arrivedAt)));
}

const LEADS = sql`array[${sql.join(
  REPORTED_LEAD_MINUTES.map((minutes) => sql`${minutes}::int`),
  sql`, `,
)}]`;

/**
 * Keeps with stops of a route what was expected of them so long before they were reached (`stop_run.expected_at`): one step into
 * the history per stop and lead. To be called whenever it is said anew when they were reached, while the history is there.
 */
export async function keepExpectations(
  tx: Tx,
  organizationId: string,
  routeId: string,
  visitIds: readonly string[],
): Promise<void> {
  if (visitIds.length === 0) return;
  await tx.execute(sql`
    update stop_run s set expected_at = case when s.arrived_at is not null then array(
      select (
        select h.arrive_at from arrival_history h
        where h.organization_id = s.organization_id and h.route_id = s.route_id and h.visit_id = s.visit_id
          and h.made_at <= s.arrived_at - make_interval(mins => lead.minutes)
        order by h.made_at desc limit 1
      ) from unnest(${LEADS}) with ordinality lead(minutes, nth) order by lead.nth) end
    where s.organization_id = ${organizationId} and s.route_id = ${routeId} and s.visit_id = any(${idArray(visitIds)})`);
}
