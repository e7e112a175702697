import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { CLOSE_SECONDS, COMPARED_LEAD_MINUTES } from "@/server/domain/analytics/figures";
import type { OrderFigure } from "@/server/domain/analytics/report-request";
import { expectedBefore } from "./measure-arrivals";
import { rolledOverOrders, sentRoutes, unlocatedOrders } from "./measure-readiness";
import { drivenRoutes, zonesOf } from "./measure-routes";
import {
  attemptsOf,
  IS_DELIVERED,
  isFirstAttempt,
  keyOf,
  type MeasuredBy,
  type MeasuredPeriod,
  PROMISED_UNTIL,
  REACHED_AT,
  zoneTable,
} from "./measured";

/** A key as asked for: of everybody, of one, or of those that have none. */
export type AskedKey = string | null | undefined;

const ofKey = (key: AskedKey): SQL =>
  key === undefined ? sql`true` : key === null ? sql`key is null` : sql`key = ${key}`;

/** One order behind a figure. */
export type OrderBehind = {
  readonly deliveryId: string;
  readonly externalId: string | null;
  readonly contactName: string;
  /** The plan's day it is counted on. */
  readonly date: string;
  readonly projectId: string;
  readonly routeNumber: number | null;
  readonly driverName: string | null;
  /** How late, or how far off; null where the figure is of neither. */
  readonly seconds: number | null;
};

/** The attempts behind a figure: which, and by how many seconds. */
const ATTEMPTS: Readonly<Record<Exclude<OrderFigure, "unlocated" | "rolledOver">, (organizationId: string) => SQL>> = {
  late: () => sql`select *, extract(epoch from ${REACHED_AT} - ${PROMISED_UNTIL})::float8 as seconds from made
    where ${IS_DELIVERED} and ${REACHED_AT} > ${PROMISED_UNTIL}`,
  failed: () => sql`select *, null::float8 as seconds from (
      select *, row_number() over (partition by delivery_id order by completed_at desc) as back from made
    ) each where back = 1 and not (${IS_DELIVERED})`,
  firstFailed: (organizationId) => sql`select *, null::float8 as seconds from made
    where not (${IS_DELIVERED}) and ${isFirstAttempt(organizationId)}`,
  etaOff: () => sql`select * from (
      select *, extract(epoch from arrived_at - ${expectedBefore(COMPARED_LEAD_MINUTES)})::float8 as seconds from made
    ) off where abs(seconds) > ${CLOSE_SECONDS}`,
};

/** The orders behind a figure, newest day first, the worst of a day first; `limit` of them. */
export async function listOrdersBehind(
  tx: Tx,
  organizationId: string,
  period: MeasuredPeriod,
  asked: {
    readonly figure: OrderFigure;
    readonly measured: MeasuredBy;
    readonly key: AskedKey;
    readonly limit: number;
  },
): Promise<OrderBehind[]> {
  const { figure, measured, key, limit } = asked;
  const counted =
    figure === "unlocated" || figure === "rolledOver"
      ? ordersOf(
          figure === "unlocated" ? unlocatedOrders(organizationId, period) : rolledOverOrders(organizationId, period),
          measured,
        )
      : sql`made as materialized (${attemptsOf(organizationId, period, measured)}),
        counted as (select delivery_id, route_id, date, key, seconds from (${ATTEMPTS[figure](organizationId)}) those)`;
  const rows = await tx.execute<OrderBehind & Record<string, unknown>>(sql`
    with ${zoneTable(measured)}, ${counted}
    select d.id as "deliveryId", d.external_id as "externalId", c.date::text as date, d.project_id as "projectId",
      r.number as "routeNumber", driver.name as "driverName", c.seconds,
      (select v.contact_name from delivery_visit v where v.organization_id = d.organization_id and v.delivery_id = d.id
        and (v.role = 'dropoff' or d.kind = 'pickup') limit 1) as "contactName"
    from counted c
    join delivery d on d.organization_id = ${organizationId} and d.id = c.delivery_id
    left join route r on r.organization_id = d.organization_id and r.id = c.route_id
    left join driver_day day on day.organization_id = r.organization_id and day.id = r.driver_day_id
    left join driver on driver.organization_id = day.organization_id and driver.id = day.driver_id
    where ${ofKey(key)}
    order by c.date desc, abs(c.seconds) desc nulls last, d.id limit ${limit}`);
  return [...rows];
}

/** Orders that are counted by themselves, not by an attempt. */
function ordersOf(orders: SQL, measured: MeasuredBy): SQL {
  const key = measured.by === "day" ? sql`d.date::text` : measured.by === "driver" ? sql`null::text` : keyOf(measured);
  const door =
    measured.by === "zone"
      ? sql`join delivery_visit v on v.organization_id = d.organization_id and v.delivery_id = d.id
          and (v.role = 'dropoff' or d.kind = 'pickup')
        join location l on l.organization_id = v.organization_id and l.id = v.location_id`
      : sql``;
  return sql`counted as (select d.id as delivery_id, null::uuid as route_id, d.date, ${key} as key, null::float8 as seconds
    from (${orders}) d ${door})`;
}

/** One route behind the figures of routes and links. */
export type RouteBehind = {
  readonly routeId: string;
  readonly projectId: string;
  readonly date: string;
  readonly number: number;
  readonly driverName: string;
  readonly plannedStops: number;
  readonly madeStops: number;
  readonly plannedMeters: number;
  readonly drivenMeters: number | null;
  /** CO₂; null: not known. */
  readonly plannedGrams: number | null;
  readonly drivenGrams: number | null;
  readonly plannedSeconds: number;
  readonly drivenSeconds: number;
  readonly startDelaySeconds: number;
  readonly finishDelaySeconds: number;
  readonly idleSeconds: number;
  /** From sending it to its first opening; null: it was not opened, or nothing was sent. */
  readonly openSeconds: number | null;
};

/** The finished routes behind a table's line, newest day first. */
export async function listRoutesBehind(
  tx: Tx,
  organizationId: string,
  period: MeasuredPeriod,
  { measured, key, limit }: { readonly measured: MeasuredBy; readonly key: AskedKey; readonly limit: number },
): Promise<RouteBehind[]> {
  const isOfPartner = (whose: SQL) => sql`exists (
    select 1 from stop_run s join delivery d on d.organization_id = s.organization_id and d.id = s.delivery_id
    where s.organization_id = ${organizationId} and s.route_id = driven.route_id and ${whose})`;
  const isOfKey = (): SQL => {
    if (key === undefined) return sql`true`;
    if (measured.by === "partner") {
      return isOfPartner(key === null ? sql`d.partner_id is null` : sql`d.partner_id::text = ${key}`);
    }
    if (measured.by !== "zone") return ofKey(key);
    const isThere = sql`exists (select 1 from ${zonesOf(organizationId)} where ${ofKey(key)})`;
    return key === null ? sql`(planned_stops = 0 or ${isThere})` : isThere;
  };
  const rows = await tx.execute<RouteBehind & Record<string, unknown>>(sql`
    with ${zoneTable(measured)}, keyed as materialized (
      select driven.*, ${measured.by === "driver" ? sql`driver_id::text` : sql`date::text`} as key
      from (${drivenRoutes(organizationId, period)}) driven
    )
    select driven.route_id as "routeId", driven.project_id as "projectId", driven.date::text as date, driven.number,
      driver.name as "driverName", planned_stops as "plannedStops", made_stops as "madeStops",
      distance_meters as "plannedMeters", driven_meters as "drivenMeters", planned_grams as "plannedGrams",
      driven_grams as "drivenGrams", planned_seconds as "plannedSeconds",
      driven_seconds as "drivenSeconds", start_delay as "startDelaySeconds", finish_delay as "finishDelaySeconds",
      idle_seconds as "idleSeconds", link.seconds as "openSeconds"
    from keyed driven
    join driver on driver.organization_id = ${organizationId} and driver.id = driven.driver_id
    left join (${sentRoutes(organizationId, period)}) link on link.route_id = driven.route_id and link.driver_id = driven.driver_id
    where ${isOfKey()}
    order by driven.date desc, driven.number limit ${limit}`);
  return [...rows];
}
