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

/** Reached − expected so long before, in seconds, of attempts that have both. */
const errorAt = (leadMinutes: ReportedLeadMinutes) =>
  sql`extract(epoch from arrived_at - ${expectedBefore(leadMinutes)})::float8`;

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
 * `quantile` has them.
 */
export async function measureArrivals(
  tx: Tx,
  organizationId: string,
  period: MeasuredPeriod,
  measured: MeasuredBy,
  leads: readonly ReportedLeadMinutes[] = REPORTED_LEAD_MINUTES,
): Promise<(ArrivalErrors & KeyedRow)[]> {
  const byLead = leads.map((minutes) => sql`(${minutes}::int, ${errorAt(minutes)})`);
  const rows = await tx.execute<ArrivalErrors & KeyedRow>(sql`
    with ${zoneTable(measured)}, made as materialized (${attemptsOf(organizationId, period, measured)}), summed as (
      select false as "isTotal", key, ${COMPARED_LEAD_MINUTES}::int as "leadMinutes", ${SUMS}
      from (select key, ${errorAt(COMPARED_LEAD_MINUTES)} as error from made) compared
      where error is not null group by key
      union all
      select true, null, at.minutes, ${SUMS}
      from made cross join lateral (values ${sql.join(byLead, sql`, `)}) as at(minutes, error)
      where at.error is not null group by at.minutes
    )
    select *, ${nameOf(measured, organizationId)} as name from summed order by "isTotal", key, "leadMinutes"`);
  return [...rows];
}

const SUMS = sql`count(*)::int as "stops",
  percentile_disc(0.5) within group (order by abs(error)) as "medianErrorSeconds",
  percentile_disc(0.9) within group (order by abs(error)) as "p90ErrorSeconds",
  percentile_disc(0.5) within group (order by error) as "biasSeconds",
  (count(*) filter (where abs(error) <= ${CLOSE_SECONDS}))::int as "close"`;
