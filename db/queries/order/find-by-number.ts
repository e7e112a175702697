import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { idArray, textArray } from "@/db/queries/json-param";
import type { CustomFieldValues } from "@/server/domain/custom-field/custom-fields";

export interface NumberedDelivery extends Record<string, unknown> {
  readonly id: string;
  readonly number: string;
}

/**
 * Deliveries by the number their sender knows them by: their own, or that of the order they fulfil where they have none
 * (indexes `delivery_external_id`, `delivery_order_ref`). Several may have one number.
 */
export async function selectByNumbers(
  tx: Tx,
  organizationId: string,
  numbers: readonly string[],
): Promise<NumberedDelivery[]> {
  if (numbers.length === 0) return [];
  const wanted = textArray([...new Set(numbers)]);
  const rows = await tx.execute<NumberedDelivery>(sql`
    select id, external_id as number from delivery
    where organization_id = ${organizationId} and external_id = any(${wanted}) and withdrawn_at is null
    union all
    select id, order_ref as number from delivery
    where organization_id = ${organizationId} and order_ref <> '' and order_ref = any(${wanted})
      and external_id is null and withdrawn_at is null
    order by id`);
  return [...rows];
}

/** What a project's orders of these numbers have in their own fields, by number. */
export async function selectOwnFieldsByNumber(
  tx: Tx,
  organizationId: string,
  projectId: string,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, CustomFieldValues>> {
  if (numbers.length === 0) return new Map();
  const rows = await tx.execute<{ number: string; values: CustomFieldValues }>(sql`
    select external_id as number, custom_fields as values from delivery
    where organization_id = ${organizationId} and project_id = ${projectId} and withdrawn_at is null
      and external_id = any(${textArray([...new Set(numbers)])})`);
  return new Map(rows.map(({ number, values }) => [number, values]));
}

/** The pairs whose pickup doors these are. */
export async function selectPairsByPickup(tx: Tx, organizationId: string, visitIds: readonly string[]) {
  if (visitIds.length === 0) return [];
  const rows = await tx.execute<{ visitId: string; deliveryId: string }>(sql`
    select v.id as "visitId", v.delivery_id as "deliveryId" from delivery_visit v
    join delivery d on d.organization_id = v.organization_id and d.id = v.delivery_id
    where v.organization_id = ${organizationId} and v.id = any(${idArray(visitIds)}) and v.role = 'pickup'
      and d.kind = 'pair'`);
  return [...rows];
}

/** Some of the deliveries of a day, or (null) of all days, of all projects (index `delivery_service_date`, else the key). */
export async function selectIdsOfDay(
  tx: Tx,
  organizationId: string,
  date: string | null,
  limit: number,
): Promise<string[]> {
  const isOfDay = date === null ? sql`true` : sql`service_date = ${date}`;
  const rows = await tx.execute<{ id: string }>(sql`
    select id from delivery where organization_id = ${organizationId} and ${isOfDay} order by id limit ${limit}`);
  return [...rows].map(({ id }) => id);
}
