import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { idArray, jsonParam } from "@/db/queries/json-param";
import type { DeliveryStatus } from "@/server/domain/order/delivery-status";
import type { LocalWindow } from "@/server/domain/time/local-window";

/** A delivery as far as another try of it asks. */
export interface FailedDelivery {
  readonly id: string;
  readonly projectId: string;
  readonly status: DeliveryStatus;
  readonly serviceDate: string | null;
  readonly attempts: number;
  /** Where its doors stand on routes. */
  readonly stops: readonly { readonly planId: string; readonly routeId: string; readonly visitId: string }[];
}

/** Holds a delivery and says how often it was tried (index `stop_run_delivery`). */
export async function lockFailedDelivery(
  tx: Tx,
  organizationId: string,
  deliveryId: string,
): Promise<FailedDelivery | undefined> {
  await tx.execute(sql`
    select id from delivery where organization_id = ${organizationId} and id = ${deliveryId} for update`);
  const [row] = await tx.execute<{ row: FailedDelivery }>(sql`
    select jsonb_build_object('id', d.id, 'projectId', d.project_id, 'status', d.status, 'serviceDate', d.service_date,
      'attempts', (select count(distinct run.route_id) from stop_run run where run.organization_id = d.organization_id
        and run.delivery_id = d.id and run.status in ('failed', 'attempted')),
      'stops', (select coalesce(jsonb_agg(jsonb_build_object('planId', s.plan_id, 'routeId', s.route_id,
          'visitId', s.visit_id)), '[]')
        from delivery_visit v join stop s on s.organization_id = v.organization_id and s.visit_id = v.id
        where v.organization_id = d.organization_id and v.delivery_id = d.id)) as row
    from delivery d where d.organization_id = ${organizationId} and d.id = ${deliveryId}`);
  return row?.row;
}

/**
 * Asks for a failed delivery again on a day, for which it is scheduled from then on, if on no route yet; instructions, where given, replace what its doors say, and windows those of
 * its drop-off (of a pickup, of its pickup).
 */
export async function requestAgain(
  tx: Tx,
  organizationId: string,
  deliveryId: string,
  {
    date,
    instructions,
    windows,
    now,
  }: {
    readonly date: string;
    readonly instructions?: string;
    readonly windows?: readonly LocalWindow[];
    readonly now: Date;
  },
): Promise<void> {
  await tx.execute(sql`
    update delivery set status = 'scheduled', service_date = ${date}, version = version + 1,
      updated_at = ${now.toISOString()}
    where organization_id = ${organizationId} and id = ${deliveryId}`);
  // A promise of the day that has failed does not hold on another; times without a date stay.
  await tx.execute(sql`
    update delivery_visit v set windows = coalesce((select jsonb_agg(w) from jsonb_array_elements(v.windows) w
        where not w ? 'date' or w ->> 'date' = ${date}), '[]'),
      instructions = coalesce(${instructions ?? null}, v.instructions)
    where v.organization_id = ${organizationId} and v.delivery_id = ${deliveryId}`);
  if (!windows) return;
  await tx.execute(sql`
    update delivery_visit v set windows = ${jsonParam(windows)} from delivery d
    where v.organization_id = ${organizationId} and v.delivery_id = ${deliveryId}
      and d.organization_id = v.organization_id and d.id = v.delivery_id
      and v.role = case d.kind when 'pickup' then 'pickup' else 'dropoff' end`);
}

/** Sends failed deliveries back; answers with those that were failed. */
export async function setReturned(
  tx: Tx,
  organizationId: string,
  deliveryIds: readonly string[],
  now: Date,
): Promise<string[]> {
  if (deliveryIds.length === 0) return [];
  const rows = await tx.execute<{ id: string }>(sql`
    with old as (
      select id from delivery where organization_id = ${organizationId} and id = any(${idArray(deliveryIds)})
        and status = 'failed' order by id for update
    )
    update delivery d set status = 'returned', version = d.version + 1, updated_at = ${now.toISOString()}
    from old where d.organization_id = ${organizationId} and d.id = old.id returning d.id`);
  return [...rows].map(({ id }) => id);
}
