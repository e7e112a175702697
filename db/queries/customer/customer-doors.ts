import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { NotificationChannel, NotificationTrigger } from "@/server/domain/notification/notification-policy";
import type { WindowBasis } from "@/server/domain/tracking/arrival-window";
import type { SafePlace } from "@/server/domain/tracking/customer-act";
import type { OutboxStatus } from "../message/outbox";
import type { TrackingChannel } from "../tracking/tracking-links";

/** What its customer was last told of a door; instants are epoch milliseconds. */
export interface DoorTold {
  readonly date: string | null;
  readonly fromMs: number | null;
  readonly toMs: number | null;
  readonly basis: WindowBasis | null;
  readonly delays: number;
  /** When he was expected at the last delay that was told. */
  readonly delayArriveAtMs: number | null;
  readonly reschedules: number;
  readonly endedAtMs: number | null;
  readonly updatedAtMs: number;
}

/** A message about a door, with what became of it in the outbox. */
export interface DoorMessage {
  readonly id: string;
  readonly trigger: NotificationTrigger;
  readonly channel: NotificationChannel;
  readonly status: "waiting" | "sent" | "recalled" | "dropped";
  readonly dueAtMs: number;
  readonly createdAtMs: number;
  /** Null: it has not been handed over. */
  readonly outbox: { readonly status: OutboxStatus; readonly failure: string | null; readonly atMs: number } | null;
}

/** A customer's link, without what opens it. */
export interface DoorLink {
  readonly id: string;
  readonly channel: TrackingChannel;
  readonly createdAtMs: number;
  readonly revokedAtMs: number | null;
  /** How often it was looked at, and when last, as far back as looks are kept. */
  readonly views: number;
  readonly seenAtMs: number | null;
}

/** What a customer asks for at his door, in his own words; empty and null: nothing. */
export interface DoorWish {
  readonly instructions: string;
  readonly safePlace: SafePlace | null;
  readonly safePlaceDetail: string;
  readonly saidAtMs: number;
}

export interface CustomerDoorRow {
  readonly visitId: string;
  readonly role: "pickup" | "dropoff";
  readonly told: DoorTold | null;
  readonly wish: DoorWish | null;
  readonly messages: readonly DoorMessage[];
  readonly links: readonly DoorLink[];
}

/** All that has passed between a delivery's doors and their customers, newest first (indices by visit and by link). */
export async function listCustomerDoors(
  tx: Tx,
  organizationId: string,
  deliveryId: string,
): Promise<CustomerDoorRow[]> {
  const rows = await tx.execute<CustomerDoorRow & Record<string, unknown>>(sql`
    select v.id as "visitId", v.role,
      (select jsonb_build_object('date', t.told_date, 'fromMs', ${ms(sql`t.window_from`)}, 'toMs', ${ms(sql`t.window_to`)},
          'basis', t.window_basis, 'delays', t.delays, 'delayArriveAtMs', ${ms(sql`t.delay_arrive_at`)},
          'reschedules', t.reschedules, 'endedAtMs', ${ms(sql`t.ended_at`)}, 'updatedAtMs', ${ms(sql`t.updated_at`)})
        from customer_told t where t.organization_id = v.organization_id and t.visit_id = v.id) as told,
      (select jsonb_build_object('instructions', c.instructions, 'safePlace', c.safe_place,
          'safePlaceDetail', c.safe_place_detail, 'saidAtMs', ${ms(sql`c.updated_at`)})
        from customer_wish c where c.organization_id = v.organization_id and c.visit_id = v.id
          and (c.instructions <> '' or c.safe_place is not null)) as wish,
      (select coalesce(jsonb_agg(jsonb_build_object('id', n.id, 'trigger', n.trigger, 'channel', n.channel,
          'status', n.status, 'dueAtMs', ${ms(sql`n.due_at`)}, 'createdAtMs', ${ms(sql`n.created_at`)},
          'outbox', case when o.id is null then null else jsonb_build_object('status', o.status, 'failure', o.failure,
            'atMs', ${ms(sql`o.updated_at`)}) end)
          order by n.created_at desc, n.id desc), '[]')
        from notification n
        left join outbox_message o on o.organization_id = n.organization_id and o.id = n.message_id
        where n.organization_id = v.organization_id and n.visit_id = v.id) as messages,
      (select coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'channel', k.channel,
          'createdAtMs', ${ms(sql`k.created_at`)}, 'revokedAtMs', ${ms(sql`k.revoked_at`)},
          'views', w.views, 'seenAtMs', ${ms(sql`w.seen_at`)}) order by k.created_at desc, k.id desc), '[]')
        from tracking_link k
        cross join lateral (select count(*)::int as views, max(created_at) as seen_at from tracking_view x
          where x.organization_id = k.organization_id and x.link_id = k.id) w
        where k.organization_id = v.organization_id and k.visit_id = v.id) as links
    from delivery_visit v
    where v.organization_id = ${organizationId} and v.delivery_id = ${deliveryId}
    order by v.role desc, v.id`);
  return [...rows];
}

const ms = (instant: SQL) => sql`(extract(epoch from ${instant}) * 1000)::float8`;
