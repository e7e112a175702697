import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

export interface RatingScope {
  readonly projectId: string;
  /** Service days, both included. */
  readonly fromDate: string;
  readonly toDate: string;
  /** Null: everybody's. */
  readonly driverId: string | null;
}

/** How often so many stars were given; days and drivers are null in the sums over all of them. */
export interface RatingCount {
  readonly date: string | null;
  readonly driverId: string | null;
  readonly driverName: string | null;
  readonly stars: number;
  readonly ratings: number;
}

export interface RatingRow {
  readonly deliveryId: string;
  readonly externalId: string | null;
  readonly contactName: string;
  readonly date: string;
  readonly driverId: string | null;
  readonly driverName: string | null;
  readonly stars: number;
  readonly comment: string;
  readonly createdAtMs: number;
}

/** Ratings by stars, of each day, of each driver and of all, in one scan of the days' deliveries. */
export async function countRatings(
  tx: Tx,
  organizationId: string,
  scope: RatingScope,
): Promise<{ readonly byDay: RatingCount[]; readonly byDriver: RatingCount[] }> {
  const rows = await tx.execute<RatingCount & { byDay: boolean } & Record<string, unknown>>(sql`
    with rated as materialized (${rated(organizationId, scope)})
    select date, driver_id as "driverId", max(driver_name) as "driverName", stars, count(*)::int as ratings,
      grouping(date) = 0 as "byDay"
    from rated group by grouping sets ((date, stars), (driver_id, stars))
    order by date desc, 3, 4 desc`);
  return { byDay: rows.filter((row) => row.byDay), byDriver: rows.filter((row) => !row.byDay) };
}

/** Single ratings, newest first; those without a word only where they are asked for. */
export async function listRatingRows(
  tx: Tx,
  organizationId: string,
  scope: RatingScope,
  { mostStars, isWordless, limit }: { mostStars: number; isWordless: boolean; limit: number },
): Promise<RatingRow[]> {
  const rows = await tx.execute<RatingRow & Record<string, unknown>>(sql`
    select delivery_id as "deliveryId", external_id as "externalId", contact_name as "contactName", date,
      driver_id as "driverId", driver_name as "driverName", stars, comment,
      (extract(epoch from created_at) * 1000)::float8 as "createdAtMs"
    from (${rated(organizationId, scope)}) r
    where stars <= ${mostStars} ${isWordless ? sql`` : sql`and comment <> ''`}
    order by created_at desc, delivery_id limit ${limit}`);
  return [...rows];
}

/** A rating is of whoever was last at its doors; nobody, where a delivery ended on no route (`stop_run_delivery`). */
function rated(organizationId: string, { projectId, fromDate, toDate, driverId }: RatingScope): SQL {
  return sql`
    select g.delivery_id, d.external_id, d.service_date::text as date, g.stars, g.comment, g.created_at,
      run.driver_id, run.driver_name, coalesce(run.contact_name, '') as contact_name
    from delivery d
    join delivery_rating g on g.organization_id = d.organization_id and g.delivery_id = d.id
    left join lateral (
      select dr.id as driver_id, dr.name as driver_name, v.contact_name
      from stop_run x
      join delivery_visit v on v.organization_id = x.organization_id and v.id = x.visit_id
      join route r on r.organization_id = x.organization_id and r.id = x.route_id
      join driver_day dd on dd.organization_id = r.organization_id and dd.id = r.driver_day_id
      join driver dr on dr.organization_id = dd.organization_id and dr.id = dd.driver_id
      where x.organization_id = d.organization_id and x.delivery_id = d.id and x.completed_at is not null
      order by x.completed_at desc limit 1
    ) run on true
    where d.organization_id = ${organizationId} and d.project_id = ${projectId}
      and d.service_date between ${fromDate} and ${toDate}
      ${driverId === null ? sql`` : sql`and run.driver_id = ${driverId}`}`;
}
