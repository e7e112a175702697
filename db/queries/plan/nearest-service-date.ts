import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

/**
 * The day nearest to `today` on which the project has deliveries still to be made, a coming one before a past one;
 * undefined when there is none (index `delivery_day`, read once in each direction).
 */
export async function nearestServiceDate(
  tx: Tx,
  organizationId: string,
  projectId: string,
  today: string,
): Promise<string | undefined> {
  const open = sql`organization_id = ${organizationId} and project_id = ${projectId}
    and status in ('requested', 'scheduled', 'assigned', 'enroute')`;
  const rows = await tx.execute<{ date: string }>(sql`
    (select service_date::text as date from delivery
      where ${open} and service_date >= ${today}::date order by service_date limit 1)
    union all
    (select service_date::text from delivery
      where ${open} and service_date < ${today}::date order by service_date desc limit 1)`);
  return rows[0]?.date;
}

const NEXT_WITHIN_DAYS = 7;

/**
 * The project's next day after `date` that has a plan or open deliveries, within a week; undefined when there is none
 * (indexes `plan_project_date`, `delivery_day`).
 */
export async function nextServiceDate(
  tx: Tx,
  organizationId: string,
  projectId: string,
  date: string,
): Promise<string | undefined> {
  const [row] = await tx.execute<{ date: string | null }>(sql`
    select least(
      (select min(date) from plan where organization_id = ${organizationId} and project_id = ${projectId}
        and date > ${date}::date and date <= ${date}::date + ${NEXT_WITHIN_DAYS}::int and status <> 'closed'),
      (select min(service_date) from delivery where organization_id = ${organizationId} and project_id = ${projectId}
        and service_date > ${date}::date and service_date <= ${date}::date + ${NEXT_WITHIN_DAYS}::int
        and status in ('requested', 'scheduled')))::text as date`);
  return row!.date ?? undefined;
}
