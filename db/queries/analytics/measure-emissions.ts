import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { EmissionSums } from "@/server/domain/analytics/figures";
import { drivenRoutes, ROUTE_JOINS, ROUTE_KEYS, routeShare } from "./measure-routes";
import {
  IS_DELIVERED,
  IS_LAST_DOOR,
  type KeyedRow,
  type MeasuredBy,
  type MeasuredPeriod,
  nameOf,
  zoneTable,
} from "./measured";

/** CO₂ of the period's finished routes, by key and as a whole; told apart as routes are (`measureRoutes`). */
export async function measureEmissions(
  tx: Tx,
  organizationId: string,
  period: MeasuredPeriod,
  measured: MeasuredBy = { by: null },
): Promise<(EmissionSums & KeyedRow)[]> {
  const { by } = measured;
  const rows = await tx.execute<EmissionSums & KeyedRow>(sql`
    with ${zoneTable(measured)}, driven as materialized (${drivenRoutes(organizationId, period)}), brought as (
      select s.route_id, count(distinct s.delivery_id)::int as delivered
      from driven
      join stop_run s on s.organization_id = ${organizationId} and s.route_id = driven.route_id
      join delivery d on d.organization_id = s.organization_id and d.id = s.delivery_id
      join delivery_visit v on v.organization_id = s.organization_id and v.id = s.visit_id
      where driven.planned_grams is not null and s.completed_at is not null and s.${IS_DELIVERED} and ${IS_LAST_DOOR}
      group by s.route_id
    ), whole as (
      select driven.*, coalesce(brought.delivered, 0) as delivered from driven left join brought using (route_id)
    ), keyed as (
      select ${ROUTE_KEYS[by ?? "none"]} as key, ${routeShare(by)}::float8 as share, planned_grams, sent_grams, driven_grams,
        ${by === "zone" ? sql`coalesce(zone.delivered, 0)` : sql`driven.delivered`} as delivered_here
      from whole driven ${ROUTE_JOINS[by ?? "none"](organizationId)}
    ), summed as (
      select false as "isTotal", key, ${SUMS} from keyed group by key
      union all
      select true, null, ${SUMS} from (
        select 1::float8 as share, planned_grams, sent_grams, driven_grams, delivered as delivered_here from whole
      ) each
    )
    select *, ${nameOf(measured, organizationId)} as name from summed order by "isTotal", key`);
  return [...rows];
}

const KNOWN = sql`filter (where planned_grams is not null)`;
const COMPARED = sql`filter (where driven_grams is not null)`;
const sum = (what: SQL, where: SQL) => sql`coalesce(sum(${what}) ${where}, 0)::float8`;
const SUMS = sql`coalesce(sum(share), 0)::float8 as "routes",
  ${sum(sql`share`, KNOWN)} as "knownRoutes", ${sum(sql`planned_grams * share`, KNOWN)} as "plannedGrams",
  ${sum(sql`sent_grams * share`, KNOWN)} as "sentGrams", ${sum(sql`delivered_here`, KNOWN)} as "delivered",
  ${sum(sql`share`, COMPARED)} as "comparedRoutes",
  ${sum(sql`planned_grams * share`, COMPARED)} as "comparedPlannedGrams",
  ${sum(sql`driven_grams * share`, COMPARED)} as "drivenGrams",
  ${sum(sql`delivered_here`, COMPARED)} as "comparedDelivered"`;
