import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { idArray } from "@/db/queries/json-param";

type OwnName =
  | { readonly id: string }
  | { readonly externalId: string }
  | { readonly source: string; readonly sourceId: string };

/**
 * Deliveries by what their sender calls them, without those he has taken back (key, indexes `delivery_external_id`,
 * `delivery_source_id`). The same source may be spelt with other capitals.
 */
export async function findOwnDeliveries(tx: Tx, organizationId: string, name: OwnName): Promise<string[]> {
  const isMeant =
    "id" in name
      ? sql`id = ${name.id}::uuid`
      : "externalId" in name
        ? sql`external_id = ${name.externalId}`
        : sql`source_id = ${name.sourceId} and source_id <> '' and lower(source) = lower(${name.source})`;
  const rows = await tx.execute<{ id: string }>(sql`
    select id from delivery where organization_id = ${organizationId} and withdrawn_at is null and ${isMeant}
    order by id`);
  return [...rows].map(({ id }) => id);
}

/** Which of these their senders have taken back. */
export async function findWithdrawn(tx: Tx, organizationId: string, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await tx.execute<{ id: string }>(sql`
    select id from delivery
    where organization_id = ${organizationId} and id = any(${idArray(ids)}) and withdrawn_at is not null`);
  return [...rows].map(({ id }) => id);
}

/** Notes that a delivery's sender has taken it back; its number is free again. */
export async function withdrawDeliveryRow(tx: Tx, organizationId: string, id: string, now: Date): Promise<void> {
  await tx.execute(sql`
    update delivery set withdrawn_at = ${now.toISOString()}::timestamptz, external_id = null, version = version + 1,
      updated_at = ${now.toISOString()}::timestamptz
    where organization_id = ${organizationId} and id = ${id}`);
}

/** Lays what an API hands back over what it keeps with a delivery already. */
export async function keepExtensionRow(
  tx: Tx,
  organizationId: string,
  { id, name, value }: { readonly id: string; readonly name: string; readonly value: object },
): Promise<void> {
  await tx.execute(sql`
    update delivery set extensions = jsonb_set(extensions, array[${name}]::text[],
      coalesce(extensions -> ${name}::text, '{}'::jsonb) || ${JSON.stringify(value)}::jsonb)
    where organization_id = ${organizationId} and id = ${id}`);
}
