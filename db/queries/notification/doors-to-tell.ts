import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { recordColumns } from "@/db/queries/bulk-insert";
import { idArray, jsonParam } from "@/db/queries/json-param";
import { customerTold } from "@/db/schema/tracking";
import type { OutcomeReason } from "@/server/domain/execution/outcome";
import type { NotificationPreference } from "@/server/domain/notification/notification-policy";

/**
 * The doors of a route, and these, whose customers may have to be told something: one door of each delivery, the one its
 * recipient waits at, and none that was never sent out (indices `stop_plan_route_position`, `stop_run` by key).
 */
export async function listDoorsToTell(
  tx: Tx,
  organizationId: string,
  { routeId, visitIds = [] }: { readonly routeId?: string; readonly visitIds?: readonly string[] },
): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    with named as (
      select unnest(${idArray(visitIds)}) as id
      union select s.visit_id from route r
        join stop s on s.organization_id = r.organization_id and s.plan_id = r.plan_id and s.route_id = r.id
        where r.organization_id = ${organizationId} and r.id = ${routeId ?? null}
      union select visit_id from stop_run where organization_id = ${organizationId} and route_id = ${routeId ?? null}
    )
    select v.id from named n
    join delivery_visit v on v.organization_id = ${organizationId} and v.id = n.id
    join delivery d on d.organization_id = v.organization_id and d.id = v.delivery_id
    where (v.role = 'dropoff' or d.kind = 'pickup')
      and (d.status not in ('requested', 'scheduled') or exists (select 1 from customer_told t
        where t.organization_id = v.organization_id and t.visit_id = v.id and t.notified_state is not null))
    order by v.id`);
  return [...rows].map(({ id }) => id);
}

/** Who waits at a door, and what he wants to be written. */
export type DoorRecipient = {
  readonly visitId: string;
  readonly deliveryId: string;
  readonly externalId: string | null;
  readonly preference: NotificationPreference;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly refusesEmail: boolean;
  readonly refusesSms: boolean;
  /** Why the newest try failed; null: it did not, or nobody said. */
  readonly reason: OutcomeReason | null;
};

/** Whom messages about these doors are for. */
export async function listDoorRecipients(
  tx: Tx,
  organizationId: string,
  visitIds: readonly string[],
): Promise<DoorRecipient[]> {
  const rows = await tx.execute<DoorRecipient>(sql`
    select v.id as "visitId", d.id as "deliveryId", d.external_id as "externalId",
      d.notification_preference as preference, v.contact_name as name, v.contact_email as email,
      v.contact_phone as phone, mail.address is not null as "refusesEmail", text.address is not null as "refusesSms",
      (select r.completion ->> 'reason' from stop_run r where r.organization_id = d.organization_id
        and r.delivery_id = d.id and r.visit_id = v.id order by r.updated_at desc limit 1) as reason
    from delivery_visit v
    join delivery d on d.organization_id = v.organization_id and d.id = v.delivery_id
    left join notification_opt_out mail on mail.organization_id = v.organization_id and mail.channel = 'email'
      and mail.address = lower(v.contact_email)
    left join notification_opt_out text on text.organization_id = v.organization_id and text.channel = 'sms'
      and text.address = v.contact_phone
    where v.organization_id = ${organizationId} and v.id = any(${idArray(visitIds)})`);
  return [...rows];
}

type ToldInsert = typeof customerTold.$inferInsert;

/** Sets columns of held rows of telling, found by door, in one statement. All rows have the keys of the first. */
export async function saveTellings(
  tx: Tx,
  organizationId: string,
  rows: readonly (Partial<ToldInsert> & Pick<ToldInsert, "visitId">)[],
): Promise<void> {
  const first = rows[0];
  if (!first) return;
  const keys = Object.keys(first);
  const { definitions } = recordColumns(customerTold, keys);
  const { assignments } = recordColumns(
    customerTold,
    keys.filter((key) => key !== "visitId"),
  );
  await tx.execute(sql`
    update customer_told as t set ${assignments} from jsonb_to_recordset(${jsonParam(rows)}) as r(${definitions})
    where t.organization_id = ${organizationId} and t.visit_id = any(${idArray(rows.map(({ visitId }) => visitId))})
      and t.visit_id = r."visitId"`);
}

/**
 * Begins the telling of deliveries that were just given to a driver: from here on, their customers are told. What ended
 * before, or was told for another day, begins a new attempt, which is told of anew.
 */
export async function beginTelling(
  tx: Tx,
  organizationId: string,
  deliveryIds: readonly string[],
  now: Date,
): Promise<void> {
  if (deliveryIds.length === 0) return;
  const at = sql`${now.toISOString()}::timestamptz`;
  await tx.execute(sql`
    insert into customer_told as t (organization_id, visit_id, notified_state, updated_at)
    select v.organization_id, v.id, 'planned', ${at}
    from delivery_visit v join delivery d on d.organization_id = v.organization_id and d.id = v.delivery_id
    where v.organization_id = ${organizationId} and v.delivery_id = any(${idArray(deliveryIds)})
      and (v.role = 'dropoff' or d.kind = 'pickup')
    order by v.id
    on conflict (organization_id, visit_id) do nothing`);
  const begun = sql`
    select v.organization_id, v.id as visit_id,
      coalesce(t.notified_state in ('delivered', 'partly-delivered', 'failed', 'cancelled', 'returned'), false)
        or coalesce(t.told_date <> d.service_date::text, false) as is_new
    from delivery_visit v
    join delivery d on d.organization_id = v.organization_id and d.id = v.delivery_id
    join customer_told t on t.organization_id = v.organization_id and t.visit_id = v.id
    where v.organization_id = ${organizationId} and v.delivery_id = any(${idArray(deliveryIds)})
      and (v.role = 'dropoff' or d.kind = 'pickup')
      and (t.notified_state is distinct from 'planned' or t.told_date <> d.service_date::text)
    order by v.id for update of t`;
  await tx.execute(sql`
    with begun as (${begun})
    update customer_told t set notified_state = 'planned', ended_at = null, updated_at = ${at},
      attempt = t.attempt + b.is_new::int,
      delays = case when b.is_new then 0 else t.delays end,
      delay_arrive_at = case when b.is_new then null else t.delay_arrive_at end,
      told_date = case when b.is_new then null else t.told_date end,
      window_from = case when b.is_new then null else t.window_from end,
      window_to = case when b.is_new then null else t.window_to end,
      window_basis = case when b.is_new then null else t.window_basis end,
      widenings = case when b.is_new then 0 else t.widenings end
    from begun b where t.organization_id = b.organization_id and t.visit_id = b.visit_id`);
}

/** Notes that deliveries have ended without their driver, so that their links run out as the policy has it. */
export async function endTelling(
  tx: Tx,
  organizationId: string,
  deliveryIds: readonly string[],
  now: Date,
): Promise<void> {
  await tx.execute(sql`
    update customer_told t set ended_at = coalesce(t.ended_at, ${now.toISOString()}::timestamptz)
    from delivery_visit v
    where v.organization_id = ${organizationId} and v.delivery_id = any(${idArray(deliveryIds)})
      and t.organization_id = v.organization_id and t.visit_id = v.id`);
}
