import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { idArray } from "@/db/queries/json-param";
import type { DeliveryStatus } from "@/server/domain/order/delivery-status";

export interface LocatedOrder extends Record<string, unknown> {
  readonly deliveryId: string;
  readonly externalId: string | null;
  readonly status: DeliveryStatus;
  /** Its driver would not take it, and nobody has planned it since. */
  readonly isDeclined: boolean;
  readonly visitIds: readonly string[];
  /** The plan its stops are on, else that of its project and day; null: there is none, or a partner has it. */
  readonly planId: string | null;
}

/** Where orders are planned, or would be (indexes `stop_visit`, `plan_project_date`). */
export async function locateOrders(
  tx: Tx,
  organizationId: string,
  deliveryIds: readonly string[],
): Promise<LocatedOrder[]> {
  const rows = await tx.execute<LocatedOrder>(sql`
    select d.id as "deliveryId", d.external_id as "externalId", d.status,
      d.status = 'requested' and d.declined_at is not null as "isDeclined",
      array_to_json(array_agg(v.id order by v.role desc)) as "visitIds",
      coalesce((array_agg(s.plan_id) filter (where s.plan_id is not null))[1], p.id) as "planId"
    from delivery d
    join delivery_visit v on v.organization_id = d.organization_id and v.delivery_id = d.id
    left join stop s on s.organization_id = v.organization_id and s.visit_id = v.id
    left join plan p on p.organization_id = d.organization_id and p.project_id = d.project_id and p.date = d.service_date
      and d.partner_id is null
    where d.organization_id = ${organizationId} and d.id = any(${idArray(deliveryIds)})
    group by d.id, d.external_id, d.status, d.declined_at, p.id
    order by d.id`);
  return [...rows];
}
