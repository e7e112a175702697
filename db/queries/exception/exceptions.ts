import "server-only";
import { and, asc, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { bulkInsert } from "@/db/queries/bulk-insert";
import { bulkUpdate } from "@/db/queries/bulk-update";
import { idArray } from "@/db/queries/json-param";
import { exception } from "@/db/schema/exception";

export type ExceptionRow = typeof exception.$inferSelect;

/** What the rules have raised for a plan and have not seen gone (index `exception_plan`). */
export async function loadKnownExceptions(tx: Tx, organizationId: string, planId: string): Promise<ExceptionRow[]> {
  return tx
    .select()
    .from(exception)
    .where(
      and(
        eq(exception.organizationId, organizationId),
        eq(exception.planId, planId),
        eq(exception.source, "rule"),
        isNull(exception.clearedAt),
      ),
    );
}

/** Raises exceptions; those that stand already stay as they are. Answers with the ids that are new. */
export async function insertExceptions(tx: Tx, rows: readonly (typeof exception.$inferInsert)[]): Promise<string[]> {
  return bulkInsert(
    tx,
    exception,
    rows,
    sql`on conflict (organization_id, type, subject_key) where cleared_at is null do nothing`,
  );
}

/** Sets what has changed of exceptions the rules watch. */
export async function refreshExceptions(
  tx: Tx,
  organizationId: string,
  rows: readonly (Partial<ExceptionRow> & { readonly id: string })[],
): Promise<void> {
  await bulkUpdate(tx, exception, organizationId, rows);
}

/** Notes that causes are gone and resolves what stands; answers with those that nobody had closed before. */
export async function clearExceptions(
  tx: Tx,
  organizationId: string,
  ids: readonly string[],
  now: Date,
): Promise<ExceptionRow["id"][]> {
  if (ids.length === 0) return [];
  const rows = await tx.execute<{ id: string; stood: boolean }>(sql`
    with gone as (
      select id, status in ('open', 'acknowledged') as stood from exception
      where organization_id = ${organizationId} and id = any(${idArray(ids)}) and cleared_at is null
      order by id for update
    )
    update exception e set cleared_at = ${now.toISOString()}, updated_at = ${now.toISOString()},
      version = e.version + 1, status = case when gone.stood then 'resolved' else e.status end,
      closed_at = coalesce(e.closed_at, ${now.toISOString()})
    from gone where e.organization_id = ${organizationId} and e.id = gone.id
    returning e.id, gone.stood`);
  return [...rows].flatMap(({ id, stood }) => (stood ? [id] : []));
}

/** Holds exceptions until the transaction ends, in the order of their ids. */
export async function lockExceptions(tx: Tx, organizationId: string, ids: readonly string[]): Promise<ExceptionRow[]> {
  return tx
    .select()
    .from(exception)
    .where(and(eq(exception.organizationId, organizationId), inArray(exception.id, [...ids])))
    .orderBy(asc(exception.id))
    .for("update");
}

/** An exception as the inbox shows it, with the names of what it is about. */
export type ListedException = Pick<
  ExceptionRow,
  | "id"
  | "type"
  | "severity"
  | "status"
  | "source"
  | "planId"
  | "routeId"
  | "driverId"
  | "deliveryId"
  | "visitId"
  | "details"
  | "notes"
  | "ownerId"
  | "ownerName"
  | "closedBy"
  | "version"
> & {
  readonly raisedAtMs: number;
  readonly dueAtMs: number;
  readonly snoozedUntilMs: number | null;
  readonly closedAtMs: number | null;
  readonly date: string | null;
  readonly timeZone: string | null;
  readonly projectId: string | null;
  readonly projectName: string | null;
  readonly routeNumber: number | null;
  readonly routeStatus: string | null;
  readonly driverName: string | null;
  readonly driverPhone: string | null;
  readonly recipient: string | null;
  readonly street: string | null;
  readonly externalId: string | null;
  readonly deliveryStatus: string | null;
};

/** What stands, soonest due first (index `exception_standing`); or what was closed last. */
export async function listExceptionRows(
  tx: Tx,
  organizationId: string,
  {
    isClosed = false,
    planId,
    ids,
  }: { readonly isClosed?: boolean; readonly planId?: string; readonly ids?: readonly string[] },
): Promise<ListedException[]> {
  const which: SQL = ids
    ? sql`e.id = any(${idArray(ids)})`
    : isClosed
      ? sql`e.status in ('resolved', 'dismissed')`
      : sql`e.status in ('open', 'acknowledged')`;
  const rows = await tx.execute<ListedException & Record<string, unknown>>(sql`
    select e.id, e.type, e.severity, e.status, e.source, e.plan_id as "planId", e.route_id as "routeId",
      e.driver_id as "driverId", e.delivery_id as "deliveryId", e.visit_id as "visitId", e.details, e.notes,
      e.owner_id as "ownerId", e.owner_name as "ownerName", e.closed_by as "closedBy", e.version,
      (extract(epoch from e.raised_at) * 1000)::float8 as "raisedAtMs",
      (extract(epoch from e.due_at) * 1000)::float8 as "dueAtMs",
      (extract(epoch from e.closed_at) * 1000)::float8 as "closedAtMs",
      (extract(epoch from e.snoozed_until) * 1000)::float8 as "snoozedUntilMs",
      coalesce(p.date, d.service_date)::text as date, coalesce(p.time_zone, pr.time_zone) as "timeZone",
      pr.id as "projectId", pr.name as "projectName",
      r.number as "routeNumber", r.status as "routeStatus", dr.name as "driverName", dr.phone as "driverPhone",
      v.contact_name as recipient, l.street, d.external_id as "externalId",
      d.status as "deliveryStatus"
    from exception e
    left join plan p on p.organization_id = e.organization_id and p.id = e.plan_id
    left join route r on r.organization_id = e.organization_id and r.id = e.route_id
    left join driver dr on dr.organization_id = e.organization_id and dr.id = e.driver_id
    left join delivery_visit v on v.organization_id = e.organization_id and v.id = e.visit_id
    left join location l on l.organization_id = v.organization_id and l.id = v.location_id
    left join delivery d on d.organization_id = e.organization_id and d.id = coalesce(e.delivery_id, v.delivery_id)
    left join project pr on pr.organization_id = e.organization_id and pr.id = coalesce(p.project_id, d.project_id)
    where e.organization_id = ${organizationId} and ${which} and ${planId ? sql`e.plan_id = ${planId}` : sql`true`}
    order by ${isClosed ? sql`e.closed_at desc` : sql`e.due_at, e.id`} limit 500`);
  return [...rows];
}

export interface StandingCounts {
  readonly standing: number;
  /** Nobody has acknowledged them. */
  readonly open: number;
  readonly critical: number;
}

/** How many stand and are not snoozed. */
export async function countStanding(tx: Tx, organizationId: string, now: Date): Promise<StandingCounts> {
  const [row] = await tx.execute<StandingCounts & Record<string, unknown>>(sql`
    select count(*)::int as standing, (count(*) filter (where status = 'open'))::int as open,
      (count(*) filter (where status = 'open' and severity = 'critical'))::int as critical
    from exception
    where organization_id = ${organizationId} and status in ('open', 'acknowledged')
      and (snoozed_until is null or snoozed_until <= ${now.toISOString()})`);
  return row!;
}

/** The organization's members, by name: who an exception may be given to. */
export async function listMembers(tx: Tx, organizationId: string) {
  const rows = await tx.execute<{ id: string; name: string }>(sql`
    select u.id, u.name from member m join "user" u on u.id = m.user_id
    where m.organization_id = ${organizationId} order by u.name`);
  return [...rows];
}
