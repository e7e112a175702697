import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { idArray } from "@/db/queries/json-param";
import type { DeliveryStatus } from "@/server/domain/order/delivery-status";
import type { Wave } from "@/server/domain/wave/wave";

/** Which doors of a project are wanted; all that is given must hold. */
export interface StopQuery {
  readonly visitId?: string | undefined;
  /** The delivery's number, or the order it fulfils (`deliveryNumber`). */
  readonly name?: string | undefined;
  /** Null: of no day. */
  readonly wave?: Wave | null | undefined;
  /** Null: on none. */
  readonly routeId?: string | null | undefined;
  readonly statuses?: readonly DeliveryStatus[] | undefined;
  readonly contactName?: string | undefined;
  readonly contactPhone?: string | undefined;
  readonly contactEmail?: string | undefined;
}

/** A page of doors, newest deliveries first, and how many there are in all (indexes `delivery_day`, `delivery_external_id`, `delivery_order_ref`, else the key). */
export async function searchStops(
  tx: Tx,
  organizationId: string,
  projectId: string,
  query: StopQuery,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<{ total: number; visits: { visitId: string; deliveryId: string }[] }> {
  const { visitId, name, wave, routeId, statuses, contactName, contactPhone, contactEmail } = query;
  const conditions = [sql`d.organization_id = ${organizationId} and d.project_id = ${projectId}`];
  if (visitId !== undefined) conditions.push(sql`v.id = ${visitId}`);
  if (name !== undefined) {
    conditions.push(
      sql`(d.external_id = ${name} or (d.external_id is null and d.order_ref <> '' and d.order_ref = ${name}))`,
    );
  }
  if (wave === null) conditions.push(sql`d.service_date is null`);
  else if (wave) {
    conditions.push(sql`d.service_date = ${wave.date} and coalesce((
      select w.id from wave_delivery wd join wave w on w.organization_id = wd.organization_id and w.id = wd.wave_id
      where wd.organization_id = d.organization_id and wd.delivery_id = d.id and w.plan_id = ${wave.planId}),
      ${wave.planId}::uuid) = ${wave.id}`);
  }
  if (routeId === null) conditions.push(sql`s.id is null`);
  else if (routeId !== undefined) conditions.push(sql`s.route_id = ${routeId}`);
  if (statuses)
    conditions.push(
      sql`d.status in (${sql.join(
        statuses.map((each) => sql`${each}`),
        sql`, `,
      )})`,
    );
  if (contactName !== undefined) conditions.push(sql`v.contact_name = ${contactName}`);
  if (contactPhone !== undefined) conditions.push(sql`v.contact_phone = ${contactPhone}`);
  if (contactEmail !== undefined) conditions.push(sql`v.contact_email = ${contactEmail}`);
  const from = sql`from delivery d
    join delivery_visit v on v.organization_id = d.organization_id and v.delivery_id = d.id
    left join stop s on s.organization_id = v.organization_id and s.visit_id = v.id
    where ${sql.join(conditions, sql` and `)}`;
  const [counted] = await tx.execute<{ total: number }>(sql`select count(*)::int as total ${from}`);
  const rows = await tx.execute<{ visitId: string; deliveryId: string }>(sql`
    select v.id as "visitId", d.id as "deliveryId" ${from} order by d.id desc, v.role desc
    limit ${limit} offset ${offset}`);
  return { total: counted!.total, visits: [...rows] };
}

/** The deliveries these doors are of; unknown doors are left out (key of `delivery_visit`). */
export async function findVisitDeliveries(tx: Tx, organizationId: string, visitIds: readonly string[]) {
  if (visitIds.length === 0) return [];
  const rows = await tx.execute<{ visitId: string; deliveryId: string }>(sql`
    select id as "visitId", delivery_id as "deliveryId" from delivery_visit
    where organization_id = ${organizationId} and id = any(${idArray(visitIds)})`);
  return [...rows];
}
