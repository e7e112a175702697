import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { ArrivalErrors } from "@/server/domain/analytics/figures";
import { attemptsOf, type KeyedRow, type MeasuredBy, type MeasuredPeriod, nameOf, zoneTable } from "./measured";

/**
 * The tables `made`, `stood` and `errors(key, lead, error)`: reached − expected, in seconds, of attempts, by how many minutes
 * before a door was reached the expectation is looked at. Each route's history is read once.
 */
function errorsOf(organizationId: string, attempts: SQL, leads: readonly number[]): SQL {
  const before = (minutes: number) => sql`made.arrived_at - make_interval(mins => ${minutes}::int)`;
  // The newest of what was expected until then.
  const stood = leads.map((minutes) => {
    const isOfThen = sql`h.made_at <= ${before(minutes)}`;
    return sql`(max(array[h.made_at, h.arrive_at]) filter (where ${isOfThen}))[2]`;
  });
  const minutes = leads.map((each) => sql`${each}::int`);
  return sql`made as materialized (
      select a.route_id, a.visit_id, a.arrived_at, a.key from (${attempts}) a where a.arrived_at is not null
    ), stood as (
      select made.key, made.arrived_at, array[${sql.join(stood, sql`, `)}] as expected
      from (select distinct route_id from made) driven
      join arrival_history h on h.organization_id = ${organizationId} and h.route_id = driven.route_id
      join made on made.route_id = h.route_id and made.visit_id = h.visit_id
        and h.made_at <= ${before(Math.min(...leads))}
      group by made.route_id, made.visit_id, made.key, made.arrived_at
    ), errors as materialized (
      select stood.key, at.minutes as lead, extract(epoch from stood.arrived_at - at.arrive_at)::float8 as error
      from stood
      cross join lateral unnest(array[${sql.join(minutes, sql`, `)}], stood.expected) as at(minutes, arrive_at)
      where at.arrive_at is not null
    )`;
}

export interface ExpectationMeasures {
  readonly stops: number;
  readonly meanErrorSeconds: number | null;
  readonly close: number;
}

/** How far off was, when a stop was reached, what had been expected so long before. */
export async function measureExpectations(
  tx: Tx,
  organizationId: string,
  period: MeasuredPeriod,
  { leadMinutes, closeSeconds }: { readonly leadMinutes: number; readonly closeSeconds: number },
): Promise<ExpectationMeasures> {
  const errors = errorsOf(organizationId, attemptsOf(organizationId, period), [leadMinutes]);
  const [row] = await tx.execute<ExpectationMeasures & Record<string, unknown>>(sql`
    with ${errors}
    select count(*)::int as "stops", avg(abs(error))::float8 as "meanErrorSeconds",
      (count(*) filter (where abs(error) <= ${closeSeconds}))::int as "close"
    from errors`);
  return row!;
}

/** The same by lead time, and by key and lead time; medians are values that were measured, as `quantile` has them. */
export async function measureArrivals(
  tx: Tx,
  organizationId: string,
  period: MeasuredPeriod,
  measured: MeasuredBy,
  { leadMinutes, closeSeconds }: { readonly leadMinutes: readonly number[]; readonly closeSeconds: number },
): Promise<(ArrivalErrors & KeyedRow)[]> {
  const errors = errorsOf(organizationId, attemptsOf(organizationId, period, measured), leadMinutes);
  const rows = await tx.execute<ArrivalErrors & KeyedRow>(sql`
    with ${zoneTable(measured)}, ${errors}, summed as (
      select grouping(key) = 1 as "isTotal", key, lead as "leadMinutes", count(*)::int as "stops",
        percentile_disc(0.5) within group (order by abs(error)) as "medianErrorSeconds",
        percentile_disc(0.9) within group (order by abs(error)) as "p90ErrorSeconds",
        percentile_disc(0.5) within group (order by error) as "biasSeconds",
        (count(*) filter (where abs(error) <= ${closeSeconds}))::int as "close"
      from errors group by grouping sets ((key, lead), (lead))
    )
    select *, ${nameOf(measured, organizationId)} as name from summed order by "isTotal", key, "leadMinutes"`);
  return [...rows];
}
