import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { bulkUpdate } from "@/db/queries/bulk-update";
import { route } from "@/db/schema/plan";
import type { RouteLook } from "@/server/domain/plan/route-look";

export interface RouteTrace {
  readonly id: string;
  /** Null: none has been given yet. */
  readonly look: RouteLook | null;
  /** `[lng, lat]` of its stops. */
  readonly points: readonly (readonly [number, number])[];
}

/** The routes of a plan that have a look or stops, by number, with where they stop (index `stop_plan_route_position`). */
export async function loadRouteTraces(tx: Tx, organizationId: string, planId: string): Promise<RouteTrace[]> {
  const rows = await tx.execute<{
    id: string;
    hue: number | null;
    style: number | null;
    points: [number, number][];
  }>(sql`
    select r.id, r.hue_index as hue, r.line_style_index as style,
      coalesce(jsonb_agg(jsonb_build_array(l.lng, l.lat)) filter (where l.lat is not null), '[]') as points
    from route r
    left join stop s on s.organization_id = r.organization_id and s.plan_id = r.plan_id and s.route_id = r.id
    left join delivery_visit v on v.organization_id = s.organization_id and v.id = s.visit_id
    left join location l on l.organization_id = v.organization_id and l.id = v.location_id
    where r.organization_id = ${organizationId} and r.plan_id = ${planId}
    group by r.id, r.number, r.hue_index, r.line_style_index
    having r.hue_index is not null or count(s.id) > 0
    order by r.number`);
  return [...rows].map(({ id, hue, style, points }) => ({
    id,
    look: hue === null || style === null ? null : { hueIndex: hue, styleIndex: style },
    points,
  }));
}

/** True while a route that has stops has no look. */
export async function lacksLooks(tx: Tx, organizationId: string, planId: string): Promise<boolean> {
  const rows = await tx.execute(sql`
    select 1 from route r where r.organization_id = ${organizationId} and r.plan_id = ${planId} and r.hue_index is null
      and exists (select 1 from stop s where s.organization_id = r.organization_id and s.plan_id = r.plan_id
        and s.route_id = r.id) limit 1`);
  return rows.length > 0;
}

/** Sets the looks of routes for good. */
export async function saveRouteLooks(
  tx: Tx,
  organizationId: string,
  looks: ReadonlyMap<string, RouteLook>,
): Promise<void> {
  const rows = [...looks].map(([id, { hueIndex, styleIndex }]) => ({ id, hueIndex, lineStyleIndex: styleIndex }));
  await bulkUpdate(tx, route, organizationId, rows);
}
