import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { idArray } from "@/db/queries/json-param";

/** A door an exception is about, with what was promised there and what is expected. Instants are milliseconds. */
export type ConcernedStop = {
  readonly visitId: string;
  readonly deliveryId: string;
  readonly externalId: string;
  readonly recipient: string;
  readonly street: string | null;
  readonly planId: string | null;
  /** Null: it stands on no route. */
  readonly routeId: string | null;
  readonly routeNumber: number | null;
  /** It has an outcome on that route. */
  readonly isDone: boolean;
  /** By when the promise is still kept, and when that is expected; null where nothing is late. */
  readonly promisedAtMs: number | null;
  readonly expectedAtMs: number | null;
};

/** The doors of these ids, in the order in which they are driven. */
export async function listConcernedStops(
  tx: Tx,
  organizationId: string,
  visitIds: readonly string[],
): Promise<ConcernedStop[]> {
  if (visitIds.length === 0) return [];
  const rows = await tx.execute<ConcernedStop & Record<string, unknown>>(sql`
    select v.id as "visitId", v.delivery_id as "deliveryId", d.external_id as "externalId",
      v.contact_name as recipient, l.street, s.plan_id as "planId", s.route_id as "routeId", r.number as "routeNumber",
      (run.completion is not null) as "isDone",
      case when a.late_seconds > 0 then (extract(epoch from promise.at) * 1000)::float8 - a.late_seconds * 1000 end
        as "promisedAtMs",
      case when a.late_seconds > 0 then (extract(epoch from promise.at) * 1000)::float8 end as "expectedAtMs"
    from delivery_visit v
    join delivery d on d.organization_id = v.organization_id and d.id = v.delivery_id
    left join location l on l.organization_id = v.organization_id and l.id = v.location_id
    left join stop s on s.organization_id = v.organization_id and s.visit_id = v.id
    left join route r on r.organization_id = s.organization_id and r.id = s.route_id
    left join stop_run run on run.organization_id = s.organization_id and run.route_id = s.route_id
      and run.visit_id = v.id
    left join stop_arrival a on a.organization_id = s.organization_id and a.route_id = s.route_id and a.visit_id = v.id
    left join lateral (
      select case when v.window_semantics = 'finish' then a.depart_at else a.start_at end as at) promise on true
    where v.organization_id = ${organizationId} and v.id = any(${idArray(visitIds)})
    order by r.number nulls last, s.position nulls last, v.id`);
  return [...rows];
}
