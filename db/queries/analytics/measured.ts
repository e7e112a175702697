import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { jsonParam } from "@/db/queries/json-param";
import { postcodeKey } from "@/server/domain/address/normalize-address";
import type { Breakdown } from "@/server/domain/analytics/breakdown";
import type { DaySpan } from "@/server/domain/analytics/period";
import type { SlotArea } from "@/server/domain/slot/slot-schema";

/** Which days of whom are measured; what is absent is of all. */
export interface MeasuredPeriod extends DaySpan {
  readonly projectId?: string | undefined;
  readonly partnerId?: string | undefined;
  readonly driverId?: string | undefined;
}

/** A project's zone as addresses are held against it. */
export interface MeasuredZone {
  readonly id: string;
  readonly projectId: string;
  readonly name: string;
  readonly area: SlotArea;
}

/** By what rows are told apart; zones are those of the organization's projects. */
export type MeasuredBy =
  | { readonly by: Exclude<Breakdown, "zone"> | null }
  | { readonly by: "zone"; readonly zones: readonly MeasuredZone[] };

/** One line of a breakdown as read; of the whole `isTotal`. */
export interface KeyedRow extends Record<string, unknown> {
  readonly isTotal: boolean;
  readonly key: string | null;
  readonly name: string | null;
}

interface ZoneRow {
  readonly id: string;
  readonly project_id: string;
  readonly at: number;
  readonly prefix?: string;
  readonly ring?: string;
}

/**
 * The zones as a table `zones(id, project_id, prefix, ring)`, a row per prefix or ring, in the order in which they are
 * asked: to be put in front of a statement that uses `zoneOf`. Closed rings are found by PostgreSQL's own polygons.
 */
export function zoneTable(measured: MeasuredBy): SQL {
  if (measured.by !== "zone") return sql`zones as (select 1)`;
  const rows = measured.zones.flatMap<ZoneRow>(({ id, projectId, area }, at) => {
    const zone = { id, project_id: projectId, at };
    if (area.kind === "postcodes") return area.prefixes.map((prefix) => ({ ...zone, prefix: postcodeKey(prefix) }));
    return [{ ...zone, ring: `(${area.corners.map(({ lat, lng }) => `(${lng},${lat})`).join(",")})` }];
  });
  return sql`zones as materialized (
    select id, project_id, at, prefix, ring::polygon as ring
    from jsonb_to_recordset(${jsonParam(rows)})
      as z(id uuid, project_id uuid, at int, prefix text, ring text)
    where prefix is null or prefix <> '')`;
}

const KEY_OF_POSTCODE = sql`replace(regexp_replace(lower(l.postcode), '^\\s*[a-z]{1,2}-(?=\\d)', ''), ' ', '')`;

/**
 * Where a door `l` of a delivery `d` lies: the project's zone, by the rule of `zoneOfAddress`, else the part of its postcode
 * that names a district (what stands before a space or dash: "SW1A 1AA", "1012 AB", "1000-001"), else all of it.
 */
export const ZONE_OF = sql`coalesce(
  (select z.id::text from zones z
    where z.project_id = d.project_id and (starts_with(${KEY_OF_POSTCODE}, z.prefix) or z.ring @> point(l.lng, l.lat))
    order by length(z.prefix) desc nulls last, z.at limit 1),
  substring(upper(btrim(l.postcode)) from '^([A-Z]{1,2}\\d[A-Z\\d]?) ?\\d[A-Z]{2}$'),
  substring(upper(btrim(l.postcode)) from '^(.{2,}?)[\\s-]'),
  nullif(upper(btrim(l.postcode)), ''))`;

/** A row's key, of rows that have a day `p.date`, a driver-day `day`, a delivery `d` and, for zones, its door `l`. */
export function keyOf({ by }: MeasuredBy): SQL {
  if (by === "day") return sql`p.date::text`;
  if (by === "driver") return sql`day.driver_id::text`;
  if (by === "partner") return sql`d.partner_id::text`;
  if (by === "zone") return ZONE_OF;
  return sql`null::text`;
}

/** The join that brings the door `l` of a visit `v`, where a key needs it. */
export function doorOf({ by }: MeasuredBy): SQL {
  return by === "zone" ? sql`join location l on l.organization_id = v.organization_id and l.id = v.location_id` : sql``;
}

/** How a key is called by people, beside `key` in the outermost select; zones say it themselves. */
export function nameOf({ by }: MeasuredBy, organizationId: string): SQL {
  if (by === "driver" || by === "partner") {
    return sql`(select named.name from ${sql.identifier(by)} named
      where named.organization_id = ${organizationId} and named.id = key::uuid)`;
  }
  return sql`null::text`;
}

/**
 * Every ended attempt at a delivery's last door on the period's days, with its key (`plan_project_date`, `stop_run_plan`
 * per day). To be put into a statement that begins with `zoneTable`.
 */
export function attemptsOf(organizationId: string, period: MeasuredPeriod, measured: MeasuredBy = { by: null }): SQL {
  const { fromDate, toDate, projectId, partnerId, driverId } = period;
  return sql`
    select run.route_id, run.visit_id, run.delivery_id, run.status, run.arrived_at, run.completed_at, run.expected_at,
      d.created_at, v.windows, v.window_semantics, p.date, p.time_zone, ${keyOf(measured)} as key
    from plan p
    join stop_run run on run.organization_id = p.organization_id and run.plan_id = p.id
    join delivery d on d.organization_id = run.organization_id and d.id = run.delivery_id
    join delivery_visit v on v.organization_id = run.organization_id and v.id = run.visit_id
    join route r on r.organization_id = run.organization_id and r.id = run.route_id
    join driver_day day on day.organization_id = r.organization_id and day.id = r.driver_day_id
    ${doorOf(measured)}
    where p.organization_id = ${organizationId} and p.date between ${fromDate} and ${toDate}
      and run.completed_at is not null and (v.role = 'dropoff' or d.kind = 'pickup')
      ${projectId ? sql`and p.project_id = ${projectId}` : sql``}
      ${partnerId ? sql`and d.partner_id = ${partnerId}` : sql``}
      ${driverId ? sql`and day.driver_id = ${driverId}` : sql``}`;
}

/** When a door was reached, as its promise means it, and until when that day it had to be, of an attempt of `attemptsOf`. */
export const REACHED_AT = sql`case when window_semantics = 'finish' then completed_at else coalesce(arrived_at, completed_at) end`;
export const PROMISED_UNTIL = sql`(
  select max((date + make_interval(secs => (w ->> 'toSeconds')::int)) at time zone time_zone)
  from jsonb_array_elements(windows) w where w ->> 'date' is null or (w ->> 'date')::date = date)`;
/** Whether a visit `v` is the last door of its delivery `d`. */
export const IS_LAST_DOOR = sql`(v.role = 'dropoff' or d.kind = 'pickup')`;
export const IS_DELIVERED = sql`status in ('delivered', 'partial')`;
/** Whether nobody had tried the door before (`stop_run_delivery`). */
export const isFirstAttempt = (organizationId: string) => sql`not exists (
  select 1 from stop_run earlier where earlier.organization_id = ${organizationId}
    and earlier.delivery_id = made.delivery_id and earlier.visit_id = made.visit_id
    and earlier.completed_at < made.completed_at)`;
