import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { idArray, jsonParam } from "@/db/queries/json-param";

export interface StopMove {
  readonly visitId: string;
  readonly actorId: string | null;
  readonly actorLabel: string;
  readonly receivedAt: Date;
}

type StopMoveRow = Omit<StopMove, "receivedAt"> & { readonly receivedAt: Date | string };

/** Who moved each of these visits last, as the plan's log tells it (index `event_plan`, newest first). */
export async function lastStopMoves(
  tx: Tx,
  organizationId: string,
  planId: string,
  visitIds: readonly string[],
): Promise<StopMove[]> {
  if (visitIds.length === 0) return [];
  const rows = await tx.execute<StopMoveRow & Record<string, unknown>>(sql`
    select v.id as "visitId", e.actor_id as "actorId", e.actor_label as "actorLabel", e.received_at as "receivedAt"
    from unnest(${idArray(visitIds)}) as v(id)
    cross join lateral (
      select actor_id, actor_label, received_at from event
      where organization_id = ${organizationId} and plan_id = ${planId} and type = 'route.changed'
        and jsonb_exists_any(
          coalesce(data->'added', '[]') || coalesce(data->'removed', '[]') || coalesce(data->'moved', '[]'),
          array[v.id::text])
      order by seq desc limit 1
    ) e`);
  return rows.map((row) => ({ ...row, receivedAt: new Date(row.receivedAt) }));
}

/**
 * Which of these visits somebody else has put elsewhere on the route they were and are on, since the versions given
 * (index `event_entity`).
 */
export async function stopsReordered(
  tx: Tx,
  organizationId: string,
  seen: readonly { readonly visitId: string; readonly routeId: string; readonly version: number }[],
  askerId: string | null,
): Promise<Set<string>> {
  if (seen.length === 0) return new Set();
  const rows = await tx.execute<{ visitId: string }>(sql`
    select distinct s."visitId" from jsonb_to_recordset(${jsonParam(seen)})
      as s("visitId" uuid, "routeId" uuid, version int)
    join event e on e.organization_id = ${organizationId} and e.entity = 'route' and e.entity_id = s."routeId"
    where e.type = 'route.changed' and (e.data->>'version')::int > s.version
      and e.actor_id is distinct from ${askerId}::uuid and jsonb_exists(e.data->'moved', s."visitId"::text)`);
  return new Set([...rows].map((row) => row.visitId));
}

/** Which of these visits somebody else has moved in the plan since an instant (index `event_plan`). */
export async function stopsMovedByOthers(
  tx: Tx,
  organizationId: string,
  planId: string,
  visitIds: readonly string[],
  { askerId, since }: { readonly askerId: string | null; readonly since: Date },
): Promise<string[]> {
  if (visitIds.length === 0) return [];
  const rows = await tx.execute<{ visitId: string }>(sql`
    select distinct v.id as "visitId" from unnest(${idArray(visitIds)}) as v(id)
    join event e on e.organization_id = ${organizationId} and e.plan_id = ${planId}
    where e.type = 'route.changed' and e.received_at > ${since.toISOString()}
      and e.actor_kind <> 'system' and e.actor_id is distinct from ${askerId}::uuid
      and jsonb_exists(
        coalesce(e.data->'added', '[]') || coalesce(e.data->'removed', '[]') || coalesce(e.data->'moved', '[]'),
        v.id::text)`);
  return [...rows].map((row) => row.visitId);
}

/** Who else has locked or unlocked one of these routes or stops since an instant, last; nobody: nothing. */
export async function lockChangedByOther(
  tx: Tx,
  organizationId: string,
  planId: string,
  touched: { readonly routeIds: readonly string[]; readonly visitIds: readonly string[] },
  { askerId, since }: { readonly askerId: string | null; readonly since: Date },
): Promise<{ actorLabel: string; receivedAt: Date } | undefined> {
  const rows = await tx.execute<{ actorLabel: string; receivedAt: Date | string }>(sql`
    select actor_label as "actorLabel", received_at as "receivedAt" from event
    where organization_id = ${organizationId} and plan_id = ${planId} and received_at > ${since.toISOString()}
      and actor_id is distinct from ${askerId}::uuid
      and ((type in ('route.locked', 'route.unlocked') and entity_id = any(${idArray(touched.routeIds)}))
        or (type in ('stop.locked', 'stop.unlocked') and (data->>'visitId')::uuid = any(${idArray(touched.visitIds)})))
    order by seq desc limit 1`);
  const [row] = rows;
  return row && { actorLabel: row.actorLabel, receivedAt: new Date(row.receivedAt) };
}

/** The visits people have moved onto, off or along these routes since the versions given (index `event_entity`). */
export async function stopsMovedByHand(
  tx: Tx,
  organizationId: string,
  seen: readonly { readonly routeId: string; readonly version: number }[],
): Promise<string[]> {
  if (seen.length === 0) return [];
  const rows = await tx.execute<{ visitId: string }>(sql`
    select distinct moved.id as "visitId" from jsonb_to_recordset(${jsonParam(seen)}) as s("routeId" uuid, version int)
    join event e on e.organization_id = ${organizationId} and e.entity = 'route' and e.entity_id = s."routeId"
    cross join lateral jsonb_array_elements_text(
      coalesce(e.data->'added', '[]') || coalesce(e.data->'removed', '[]') || coalesce(e.data->'moved', '[]')
    ) as moved(id)
    where e.type = 'route.changed' and (e.data->>'version')::int > s.version and e.actor_kind <> 'system'`);
  return [...rows].map((row) => row.visitId);
}
