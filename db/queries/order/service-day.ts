import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { bulkUpdate } from "@/db/queries/bulk-update";
import { idArray, jsonParam } from "@/db/queries/json-param";
import { deliveryVisit } from "@/db/schema/delivery";
import type { DayMoveOrder, MovedOrder } from "@/server/domain/plan/move-service-day";

/** Orders with their doors as a move to another day needs them; the caller holds their rows (`lockDeliveryRows`). */
export async function loadDayMoveOrders(
  tx: Tx,
  organizationId: string,
  deliveryIds: readonly string[],
): Promise<DayMoveOrder[]> {
  const rows = await tx.execute<{ order: DayMoveOrder }>(sql`
    select jsonb_build_object('id', d.id, 'projectId', d.project_id, 'status', d.status,
      'serviceDate', d.service_date, 'allowedDays', d.allowed_days, 'rolledOverFrom', to_jsonb(d.rolled_over_from), 'doors', doors.list) as "order"
    from delivery d
    cross join lateral (
      select jsonb_agg(jsonb_build_object('visitId', v.id, 'windows', v.windows, 'isOnRoute', s.id is not null,
        'isLocked', coalesce(s.locked_to_driver or s.locked_to_position or r.locked, false)) order by v.role) as list
      from delivery_visit v
      left join stop s on s.organization_id = v.organization_id and s.visit_id = v.id
      left join route r on r.organization_id = s.organization_id and r.id = s.route_id
      where v.organization_id = d.organization_id and v.delivery_id = d.id) doors
    where d.organization_id = ${organizationId} and d.id = any(${idArray(deliveryIds)})`);
  return [...rows].map(({ order }) => order);
}

/** Puts orders on their new days, with the note of where they come from, and moves the promises that go along. */
export async function saveServiceDays(
  tx: Tx,
  organizationId: string,
  moved: readonly MovedOrder[],
  now: Date,
): Promise<void> {
  if (moved.length === 0) return;
  const rows = moved.map(({ id, serviceDate, rolledOverFrom }) => ({ id, serviceDate, rolledOverFrom }));
  await tx.execute(sql`
    update delivery d set service_date = r."serviceDate", version = d.version + 1, updated_at = ${now.toISOString()},
      rolled_over_from = array(select day::date from jsonb_array_elements_text(r."rolledOverFrom") with ordinality
        as noted(day, place) order by place)
    from jsonb_to_recordset(${jsonParam(rows)}) as r(id uuid, "serviceDate" date, "rolledOverFrom" jsonb)
    where d.organization_id = ${organizationId} and d.id = any(${idArray(moved.map(({ id }) => id))}) and d.id = r.id`);
  const doors = moved.flatMap((order) => order.windows);
  const windows = doors.map((door) => ({ id: door.visitId, windows: [...door.windows] }));
  await bulkUpdate(tx, deliveryVisit, organizationId, windows);
}
