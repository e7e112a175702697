import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { jsonParam } from "@/db/queries/json-param";
import type { ArrivalErrors } from "@/server/domain/analytics/figures";
import { attemptsOf, type KeyedRow, type MeasuredBy, type MeasuredPeriod, nameOf, zoneTable } from "./measured";

/** Reached − expected, in seconds, of attempts `made`: what had been expected `lead` before (a step into its history each). */
const errorsOf = (organizationId: string, made: SQL, lead: SQL) => sql`
  select made.*, extract(epoch from made.arrived_at - expected.arrive_at)::float8 as error
  from (${made}) made
  cross join lateral (
    select h.arrive_at from arrival_history h
    where h.organization_id = ${organizationId} and h.route_id = made.route_id and h.visit_id = made.visit_id
      and h.made_at <= made.arrived_at - ${lead}
    order by h.made_at desc limit 1
  ) expected
  where made.arrived_at is not null`;

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
  const made = attemptsOf(organizationId, period);
  const [row] = await tx.execute<ExpectationMeasures & Record<string, unknown>>(sql`
    select count(*)::int as "stops", avg(abs(error))::float8 as "meanErrorSeconds",
      (count(*) filter (where abs(error) <= ${closeSeconds}))::int as "close"
    from (${errorsOf(organizationId, made, sql`make_interval(mins => ${leadMinutes})`)}) measured`);
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
  const made = sql`select attempt.*, lead.minutes::int as lead
    from (${attemptsOf(organizationId, period, measured)}) attempt
    cross join jsonb_array_elements_text(${jsonParam(leadMinutes)}) as lead(minutes)`;
  const rows = await tx.execute<ArrivalErrors & KeyedRow>(sql`
    with ${zoneTable(measured)}, summed as (
      select grouping(key) = 1 as "isTotal", key, lead as "leadMinutes", count(*)::int as "stops",
        percentile_disc(0.5) within group (order by abs(error)) as "medianErrorSeconds",
        percentile_disc(0.9) within group (order by abs(error)) as "p90ErrorSeconds",
        percentile_disc(0.5) within group (order by error) as "biasSeconds",
        (count(*) filter (where abs(error) <= ${closeSeconds}))::int as "close"
      from (${errorsOf(organizationId, made, sql`make_interval(mins => made.lead)`)}) measured
      group by grouping sets ((key, lead), (lead))
    )
    select *, ${nameOf(measured, organizationId)} as name from summed order by "isTotal", key, "leadMinutes"`);
  return [...rows];
}
