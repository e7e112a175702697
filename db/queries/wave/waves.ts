import "server-only";
import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { bulkInsert } from "@/db/queries/bulk-insert";
import { idArray, textArray } from "@/db/queries/json-param";
import { plan } from "@/db/schema/plan";
import { wave, waveDelivery, waveRoute } from "@/db/schema/wave";
import type { Wave, WaveFigures, WaveStatus } from "@/server/domain/wave/wave";

type WaveJson = Omit<Wave, "createdAt" | "updatedAt"> & { createdAt: string; updatedAt: string };

export interface WaveQuery {
  readonly id?: string | undefined;
  readonly projectId?: string | undefined;
  readonly date?: string | undefined;
  readonly label?: string | undefined;
  /** Somewhere in the label. */
  readonly text?: string | undefined;
}

/** Plans' own parts and further ones alike (indexes `plan_project_date`, `wave_plan_label`, and both keys). */
function waves(organizationId: string, { id, projectId, date, label, text }: WaveQuery): SQL {
  const ofPlan = sql`p.organization_id = ${organizationId}
    ${projectId === undefined ? sql`` : sql`and p.project_id = ${projectId}`}
    ${date === undefined ? sql`` : sql`and p.date = ${date}`}`;
  const named = (table: SQL) => sql`
    ${id === undefined ? sql`` : sql`and ${table}.id = ${id}`}
    ${label === undefined ? sql`` : sql`and ${table}.label = ${label}`}
    ${text === undefined ? sql`` : sql`and position(lower(${text}) in lower(${table}.label)) > 0`}`;
  return sql`
    select p.id, p.id as "planId", null::uuid as "furtherId", p.label, p.project_id as "projectId", p.date::text as date,
      p.time_zone as "timeZone", p.created_at as "createdAt", p.updated_at as "updatedAt"
    from plan p where ${ofPlan} ${named(sql`p`)}
    union all
    select w.id, p.id, w.id, w.label, p.project_id, p.date::text, p.time_zone, w.created_at,
      greatest(w.updated_at, p.updated_at)
    from wave w join plan p on p.organization_id = w.organization_id and p.id = w.plan_id
    where ${ofPlan} ${named(sql`w`)}`;
}

/** The wave of this id, or of this label on a day. */
export async function findWave(tx: Tx, organizationId: string, query: WaveQuery): Promise<Wave | undefined> {
  const [row] = await tx.execute<WaveJson & Record<string, unknown>>(waves(organizationId, query));
  return row && withDates(row);
}

const SORTS = {
  date: sql`w.date`,
  label: sql`w.label`,
  created: sql`w."createdAt"`,
  updated: sql`w."updatedAt"`,
} as const;
export type WaveSort = keyof typeof SORTS;

export interface WavePage {
  readonly sort: WaveSort;
  readonly isDescending: boolean;
  readonly offset: number;
  readonly limit: number;
  readonly status?: WaveStatus | undefined;
}

/** A page of waves with what is in them, and how many there are in all. */
export async function listWavePage(
  tx: Tx,
  organizationId: string,
  query: WaveQuery,
  { sort, isDescending, offset, limit, status }: WavePage,
): Promise<{ total: number; waves: (Wave & { figures: WaveFigures })[] }> {
  const order = sql`${SORTS[sort]} ${isDescending ? sql`desc` : sql`asc`}, w.id ${isDescending ? sql`desc` : sql`asc`}`;
  const rows = await tx.execute<WaveJson & WaveFigures & { total: number } & Record<string, unknown>>(sql`
    with wanted as (
      select w.*, r.routes, r.status from (${waves(organizationId, query)}) w
      cross join lateral (
        select count(*)::int as routes, case
          when count(*) > 0 and bool_and(r.status = 'finished') then 'finished'
          when bool_or(r.status in ('started', 'finished')) then 'in-progress'
          else 'planning' end as status
        from route r left join wave_route wr on wr.organization_id = r.organization_id and wr.route_id = r.id
        where r.organization_id = ${organizationId} and r.plan_id = w."planId"
          and wr.wave_id is not distinct from w."furtherId") r
      ${status === undefined ? sql`` : sql`where r.status = ${status}`}
    ), page as (select w.*, (select count(*)::int from wanted) as total from wanted w order by ${order}
      limit ${limit} offset ${offset})
    select w.*, d.* from page w
    cross join lateral (
      select count(*)::int as stops,
        (count(*) filter (where d.status = 'delivered'))::int as "deliveredStops",
        (count(*) filter (where d.status in ('failed', 'returned')))::int as "failedStops",
        (count(*) filter (where d.status = 'cancelled'))::int as "cancelledStops"
      from delivery d ${FURTHER}
      where d.organization_id = ${organizationId} and d.project_id = w."projectId" and d.service_date = w.date::date
        and further.id is not distinct from w."furtherId") d
    order by ${order}`);
  const [first] = rows;
  const total = first?.total ?? (offset === 0 ? 0 : await countWaves(tx, organizationId, query));
  return { total, waves: [...rows].map((row) => ({ ...withDates(row), figures: figuresOf(row) })) };
}

/** Of a delivery `d` the wave it is in, of the plan of its own day. */
const FURTHER = sql`
  left join wave_delivery wd on wd.organization_id = d.organization_id and wd.delivery_id = d.id
  left join plan day on day.organization_id = d.organization_id and day.project_id = d.project_id
    and day.date = d.service_date
  left join wave further on further.organization_id = d.organization_id and further.id = wd.wave_id
    and further.plan_id = day.id`;

async function countWaves(tx: Tx, organizationId: string, query: WaveQuery): Promise<number> {
  const [row] = await tx.execute<{ count: number }>(
    sql`select count(*)::int as count from (${waves(organizationId, query)}) w`,
  );
  return row!.count;
}

function withDates({ createdAt, updatedAt, ...row }: WaveJson): Wave {
  const { id, planId, furtherId, label, projectId, date, timeZone } = row;
  return {
    ...{ id, planId, furtherId, label, projectId, date, timeZone },
    createdAt: new Date(createdAt),
    updatedAt: new Date(updatedAt),
  };
}

function figuresOf({ status, routes, stops, deliveredStops, failedStops, cancelledStops }: WaveFigures): WaveFigures {
  return { status, routes, stops, deliveredStops, failedStops, cancelledStops };
}

/** Condition on deliveries `d`, joined with `FURTHER`: those of a wave. */
function ofWave({ furtherId, projectId, date }: Wave): SQL {
  return sql`d.project_id = ${projectId} and d.service_date = ${date} and further.id is not distinct from ${furtherId}::uuid`;
}

/** A wave's deliveries, oldest first (index `delivery_day`). */
export async function listWaveDeliveryIds(tx: Tx, organizationId: string, of: Wave): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    select d.id from delivery d ${FURTHER}
    where d.organization_id = ${organizationId} and ${ofWave(of)} order by d.id`);
  return [...rows].map(({ id }) => id);
}

/** A wave's routes by number (index `route_plan_number`). */
export async function listWaveRouteIds(tx: Tx, organizationId: string, of: Wave): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    select r.id from route r left join wave_route wr on wr.organization_id = r.organization_id and wr.route_id = r.id
    where r.organization_id = ${organizationId} and r.plan_id = ${of.planId}
      and wr.wave_id is not distinct from ${of.furtherId}::uuid
    order by r.number`);
  return [...rows].map(({ id }) => id);
}

/** The wave each of these deliveries is in; those of a day without a plan, or of no day, are left out. */
export async function findWavesOfDeliveries(
  tx: Tx,
  organizationId: string,
  deliveryIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (deliveryIds.length === 0) return new Map();
  const rows = await tx.execute<{ id: string; waveId: string }>(sql`
    select d.id, coalesce(further.id, day.id) as "waveId" from delivery d ${FURTHER}
    where d.organization_id = ${organizationId} and d.id = any(${idArray(deliveryIds)}) and day.id is not null`);
  return new Map([...rows].map(({ id, waveId }) => [id, waveId]));
}

/** The wave each of these routes is in. */
export async function findWavesOfRoutes(
  tx: Tx,
  organizationId: string,
  routeIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (routeIds.length === 0) return new Map();
  const rows = await tx.execute<{ id: string; waveId: string }>(sql`
    select r.id, coalesce(wr.wave_id, r.plan_id) as "waveId"
    from route r left join wave_route wr on wr.organization_id = r.organization_id and wr.route_id = r.id
    where r.organization_id = ${organizationId} and r.id = any(${idArray(routeIds)})`);
  return new Map([...rows].map(({ id, waveId }) => [id, waveId]));
}

export interface NamedDelivery {
  readonly id: string;
  readonly name: string;
}

/**
 * Deliveries of a wave (null: those of a project that are meant for no day) by the names their senders gave them, the
 * order they fulfil standing in where there is no number (`deliveryNumber`; index `delivery_day`).
 */
export async function findNamedInWave(
  tx: Tx,
  organizationId: string,
  { projectId, wave: of }: { readonly projectId: string; readonly wave: Wave | null },
  names: readonly string[],
): Promise<NamedDelivery[]> {
  if (names.length === 0) return [];
  const where = of ? ofWave(of) : sql`d.project_id = ${projectId} and d.service_date is null`;
  const rows = await tx.execute<{ id: string; name: string }>(sql`
    select d.id, coalesce(d.external_id, d.order_ref) as name from delivery d ${of ? FURTHER : sql``}
    where d.organization_id = ${organizationId} and ${where}
      and coalesce(d.external_id, d.order_ref) = any(${textArray(names)})
    order by d.id desc`);
  return [...rows];
}

export async function insertWave(tx: Tx, row: typeof wave.$inferInsert): Promise<void> {
  await tx.insert(wave).values(row);
}

export async function labelWave(tx: Tx, organizationId: string, of: Wave, label: string, now: Date): Promise<void> {
  const change = { label, updatedAt: now };
  if (of.furtherId === null) {
    await tx
      .update(plan)
      .set(change)
      .where(and(eq(plan.organizationId, organizationId), eq(plan.id, of.planId)));
  } else {
    await tx
      .update(wave)
      .set(change)
      .where(and(eq(wave.organizationId, organizationId), eq(wave.id, of.furtherId)));
  }
}

/** Puts deliveries into a further wave, or (null) into their plan's own part. */
export async function putIntoWave(
  tx: Tx,
  organizationId: string,
  furtherId: string | null,
  deliveryIds: readonly string[],
): Promise<void> {
  if (deliveryIds.length === 0) return;
  if (furtherId === null) {
    await tx.execute(sql`delete from wave_delivery
      where organization_id = ${organizationId} and delivery_id = any(${idArray(deliveryIds)})`);
    return;
  }
  const rows = deliveryIds.map((deliveryId) => ({ organizationId, deliveryId, waveId: furtherId }));
  await bulkInsert(
    tx,
    waveDelivery,
    rows,
    sql`on conflict (organization_id, delivery_id) do update set wave_id = excluded.wave_id`,
  );
}

export async function insertWaveRoute(tx: Tx, row: typeof waveRoute.$inferInsert): Promise<void> {
  await tx.insert(waveRoute).values(row);
}

/** Takes a further wave away; what was in it is its plan's own part's. */
export async function deleteFurtherWave(tx: Tx, organizationId: string, id: string): Promise<void> {
  await tx.delete(wave).where(and(eq(wave.organizationId, organizationId), eq(wave.id, id)));
}

/** Takes a plan away with all that is part of it; true unless further waves hold it. */
export async function deletePlanWithoutWaves(tx: Tx, organizationId: string, planId: string): Promise<boolean> {
  const rows = await tx.execute(sql`
    delete from plan p where p.organization_id = ${organizationId} and p.id = ${planId}
      and not exists (select 1 from wave w where w.organization_id = p.organization_id and w.plan_id = p.id)
    returning p.id`);
  return rows.length > 0;
}
