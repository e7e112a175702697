import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { jsonParam } from "@/db/queries/json-param";

export interface RouteChange {
  readonly routeId: string;
  /** Of its locks; otherwise of its stops. */
  readonly isLock: boolean;
  readonly actorLabel: string;
  readonly receivedAt: Date;
}

/** The last change somebody else made to each of these routes since the versions given, if any (index `event_entity`). */
export async function routeChangesByOthers(
  tx: Tx,
  organizationId: string,
  seen: readonly { readonly routeId: string; readonly version: number }[],
  askerId: string | null,
): Promise<RouteChange[]> {
  if (seen.length === 0) return [];
  const rows = await tx.execute<Omit<RouteChange, "receivedAt"> & { receivedAt: Date | string }>(sql`
    select distinct on (s."routeId") s."routeId", e.type <> 'route.changed' as "isLock",
      e.actor_label as "actorLabel", e.received_at as "receivedAt"
    from jsonb_to_recordset(${jsonParam(seen)}) as s("routeId" uuid, version int)
    join event e on e.organization_id = ${organizationId} and e.entity = 'route' and e.entity_id = s."routeId"
    where e.type in ('route.changed', 'route.locked', 'route.unlocked') and (e.data->>'version')::int > s.version
      and e.actor_kind <> 'system' and e.actor_id is distinct from ${askerId}::uuid
    order by s."routeId", e.seq desc`);
  return [...rows].map((row) => ({ ...row, receivedAt: new Date(row.receivedAt) }));
}
