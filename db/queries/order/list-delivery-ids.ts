import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { textArray } from "@/db/queries/json-param";
import { composeId } from "@/server/domain/ids";
import type { ServiceLevel } from "@/server/domain/order/delivery-schema";
import type { DeliveryStatus } from "@/server/domain/order/delivery-status";

/** Which deliveries of all projects are wanted; all that is given must hold. */
export interface DeliveryQuery {
  readonly statuses?: readonly DeliveryStatus[];
  readonly serviceLevel?: ServiceLevel;
  readonly area?: string;
  readonly driverId?: string;
  /** His who was asked to deliver it, or whose driver has it. */
  readonly partnerId?: string;
  readonly createdFrom?: Date;
  /** Exclusive. */
  readonly createdBefore?: Date;
  /** Not those their senders have taken back. */
  readonly exceptWithdrawn?: boolean;
}

/** The ids of one page, newest first, after the last of the page before. */
export async function selectDeliveryIds(
  tx: Tx,
  organizationId: string,
  wanted: DeliveryQuery,
  after: string | undefined,
  limit: number,
): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(deliveryIdsSql(organizationId, wanted, after, limit));
  return [...rows].map(({ id }) => id);
}

/**
 * The statement of `selectDeliveryIds`, apart so that its plan can be looked at (indexes `delivery_status`,
 * `delivery_service_level`, `delivery_area`, `delivery_partner`, `driver_day_driver`, else the key, whose order is that
 * of time).
 */
export function deliveryIdsSql(
  organizationId: string,
  { statuses, serviceLevel, area, driverId, partnerId, createdFrom, createdBefore, exceptWithdrawn }: DeliveryQuery,
  after: string | undefined,
  limit: number,
): SQL {
  const conditions = [sql`d.organization_id = ${organizationId}`];
  if (after !== undefined) conditions.push(sql`d.id < ${after}::uuid`);
  // Ids begin with their time: a span of time is a span of the key.
  if (createdFrom) conditions.push(sql`d.id >= ${composeId(createdFrom.getTime(), 0)}::uuid`);
  if (createdBefore) conditions.push(sql`d.id < ${composeId(createdBefore.getTime(), 0)}::uuid`);
  if (exceptWithdrawn) conditions.push(sql`d.withdrawn_at is null`);
  if (statuses) conditions.push(statusCondition(statuses));
  if (serviceLevel) conditions.push(sql`d.service_level = ${serviceLevel}`);
  if (area) conditions.push(sql`d.area = ${area} and d.area <> ''`);
  if (driverId) conditions.push(sql`d.id in (${routed(organizationId)} and dd.driver_id = ${driverId})`);
  if (partnerId) {
    conditions.push(
      sql`(d.partner_id = ${partnerId} or d.id in (${routed(organizationId)} and dr.partner_id = ${partnerId}))`,
    );
  }
  return sql`
    select d.id from delivery d where ${sql.join(conditions, sql` and `)} order by d.id desc limit ${limit}`;
}

/** As `outwardStatus` has it: what is assigned on a route that is driven counts as on its way. */
function statusCondition(statuses: readonly DeliveryStatus[]): SQL {
  const among = (list: readonly DeliveryStatus[]) =>
    list.length === 1 ? sql`d.status = ${list[0]}` : sql`d.status = any(${textArray(list)})`;
  const [isAssigned, isEnroute] = [statuses.includes("assigned"), statuses.includes("enroute")];
  if (isAssigned === isEnroute) return among(statuses);
  const isDriven = sql`exists (select 1 from delivery_visit ev
    join stop es on es.organization_id = ev.organization_id and es.visit_id = ev.id
    join route er on er.organization_id = es.organization_id and er.id = es.route_id
    where ev.organization_id = d.organization_id and ev.delivery_id = d.id and er.status = 'started')`;
  if (isAssigned) return sql`${among(statuses)} and (d.status <> 'assigned' or not ${isDriven})`;
  return sql`${among([...statuses, "assigned"])} and (d.status <> 'assigned' or ${isDriven})`;
}

const routed = (organizationId: string) => sql`
  select v.delivery_id from driver dr
  join driver_day dd on dd.organization_id = dr.organization_id and dd.driver_id = dr.id
  join route r on r.organization_id = dd.organization_id and r.driver_day_id = dd.id
  join stop s on s.organization_id = r.organization_id and s.plan_id = r.plan_id and s.route_id = r.id
  join delivery_visit v on v.organization_id = s.organization_id and v.id = s.visit_id
  where dr.organization_id = ${organizationId}`;
