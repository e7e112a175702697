import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import {
  type ArrivalErrors,
  CLOSE_SECONDS,
  COMPARED_LEAD_MINUTES,
  REPORTED_LEAD_MINUTES,
  type ReportedLeadMinutes,
} from "@/server/domain/analytics/figures";
import { attemptsOf, type KeyedRow, type MeasuredBy, type MeasuredPeriod, nameOf, zoneTable } from "./measured";

/** What was expected of an attempt so many minutes before its door was reached, as it is kept (`keepExpectations`); or null. */
export function expectedBefore(leadMinutes: ReportedLeadMinutes): SQL {
  return sql`expected_at[${REPORTED_LEAD_MINUTES.indexOf(leadMinutes) + 1}::int]`;
}

/** Reached − expected so long before, in seconds, of an attempt; null where it has not both. As floating point all along: numerics take twice as long. */
const errorAt = (leadMinutes: ReportedLeadMinutes) =>
  sql`date_part('epoch', arrived_at - ${expectedBefore(leadMinutes)})`;

export interface ExpectationMeasures {
  readonly stops: number;
  readonly meanErrorSeconds: number | null;
  readonly close: number;
}

/** How far off was, when a stop was reached, what had been expected `COMPARED_LEAD_MINUTES` before. */
export async function measureExpectations(
  tx: Tx,
  organizationId: string,
  period: MeasuredPeriod,
): Promise<ExpectationMeasures> {
  const [row] = await tx.execute<ExpectationMeasures & Record<string, unknown>>(sql`
    with made as (${attemptsOf(organizationId, period)}), errors as (
      select ${errorAt(COMPARED_LEAD_MINUTES)} as error from made
    )
    select count(error)::int as "stops", avg(abs(error))::float8 as "meanErrorSeconds",
      (count(*) filter (where abs(error) <= ${CLOSE_SECONDS}))::int as "close"
    from errors`);
  return row!;
}

/**
 * The same of the whole by lead time, and by key at `COMPARED_LEAD_MINUTES`; medians are values that were measured, as
 * `quantile` has them. The leads must have that one among them.
 */
export async function measureArrivals(
  tx: Tx,
  organizationId: string,
  period: MeasuredPeriod,
  measured: MeasuredBy,
  leads: readonly ReportedLeadMinutes[] = REPORTED_LEAD_MINUTES,
): Promise<(ArrivalErrors & KeyedRow)[]> {
  const columnOf = (minutes: ReportedLeadMinutes) => sql.identifier(`error_${minutes}`);
  const errors = leads.map((minutes) => sql`${errorAt(minutes)} as ${columnOf(minutes)}`);
  // A statement each: one over all leads would spread and sort four times as many rows at once.
  const wholes = leads.map(
    (minutes) => sql`select true, null::text, ${minutes}::int, ${SUMS}
      from (select ${columnOf(minutes)} as error from made) at_lead where error is not null having count(*) > 0`,
  );
  const rows = await tx.execute<ArrivalErrors & KeyedRow>(sql`
    with ${zoneTable(measured)}, made as materialized (
      select key, ${sql.join(errors, sql`, `)} from (${attemptsOf(organizationId, period, measured)}) attempt
      where arrived_at is not null and expected_at is not null
    ), summed as (
      select false as "isTotal", key, ${COMPARED_LEAD_MINUTES}::int as "leadMinutes", ${SUMS}
      from (select key, ${columnOf(COMPARED_LEAD_MINUTES)} as error from made) compared
      where error is not null group by key
      union all
      ${sql.join(wholes, sql` union all `)}
    )
    select *, ${nameOf(measured, organizationId)} as name from summed order by "isTotal", key, "leadMinutes"`);
  return [...rows];
}

const SUMS = sql`count(*)::int as "stops",
  percentile_disc(0.5) within group (order by abs(error)) as "medianErrorSeconds",
  percentile_disc(0.9) within group (order by abs(error)) as "p90ErrorSeconds",
  percentile_disc(0.5) within group (order by error) as "biasSeconds",
  (count(*) filter (where abs(error) <= ${CLOSE_SECONDS}))::int as "close"`;
