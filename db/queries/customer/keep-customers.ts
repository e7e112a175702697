import "server-only";
import type { Database } from "@/db/client";
import { readTrackingPolicy, type TrackingPolicy } from "@/server/domain/tracking/tracking-policy";
import { ROWS_AT_ONCE, untilNone } from "../until-none";

/** What is deleted: what is older than these, and links that open nothing any more now. */
export interface OutlivedCustomers {
  readonly now: Date;
  readonly viewsBefore: Date;
  readonly notificationsBefore: Date;
  /** Holds that ran out and places given back before then, slots of days before it, and tries at identity checks. */
  readonly placesBefore: Date;
}

/** Rows deleted. */
export interface DeletedCustomers {
  readonly views: number;
  readonly links: number;
  readonly notifications: number;
  readonly messages: number;
  readonly places: number;
  readonly slots: number;
}

/**
 * Deletes what passed between customers and the desk and is kept for a time only, a bounded number of rows at once.
 * Outside any tenant; how long a link opens anything is its organization's own to say.
 */
export async function deleteOutlivedCustomers(
  { raw }: Database,
  { now, viewsBefore, notificationsBefore, placesBefore }: OutlivedCustomers,
): Promise<DeletedCustomers> {
  const views = await untilNone(
    () => raw`
      delete from tracking_view where ctid = any(array(
        select ctid from tracking_view where created_at < ${viewsBefore} limit ${ROWS_AT_ONCE}))`,
  );
  const links = await deleteDeadLinks({ raw }, now);
  const messages = await untilNone(
    () => raw`
      delete from outbox_message where ctid = any(array(
        select o.ctid from notification n
        join outbox_message o on o.organization_id = n.organization_id and o.id = n.message_id
        where n.status <> 'waiting' and n.updated_at < ${notificationsBefore} limit ${ROWS_AT_ONCE}))`,
  );
  const notifications = await untilNone(
    () => raw`
      delete from notification where ctid = any(array(
        select ctid from notification
        where status <> 'waiting' and updated_at < ${notificationsBefore} limit ${ROWS_AT_ONCE}))`,
  );
  await untilNone(
    () => raw`
      delete from identity_try where ctid = any(array(
        select ctid from identity_try where created_at < ${placesBefore} limit ${ROWS_AT_ONCE}))`,
  );
  const places = await untilNone(
    () => raw`
      delete from slot_reservation where ctid = any(array(
        select ctid from slot_reservation
        where (status = 'held' and expires_at < ${placesBefore})
          or (status not in ('held', 'confirmed') and updated_at < ${placesBefore}) limit ${ROWS_AT_ONCE}))`,
  );
  const slots = await untilNone(
    () => raw`
      delete from slot_day where ctid = any(array(
        select ctid from slot_day where date < ${placesBefore.toISOString().slice(0, 10)} limit ${ROWS_AT_ONCE}))`,
  );
  return { views, links, notifications, messages, places, slots };
}

/** Links to which `scopeOfLink` answers "none" for good: withdrawn, never come to an end, or ended too long ago. */
async function deleteDeadLinks({ raw }: Pick<Database, "raw">, now: Date): Promise<number> {
  const chosen = await raw<{ organizationId: string; policy: unknown }[]>`
    select organization_id as "organizationId", policy from tracking_policy`;
  const terms = chosen.map(({ organizationId, policy }) => ({ organizationId, ...daysOf(readTrackingPolicy(policy)) }));
  const others = daysOf(readTrackingPolicy(null));
  return untilNone(
    () => raw`
      delete from tracking_link where ctid = any(array(
        select k.ctid from tracking_link k
        left join customer_told t on t.organization_id = k.organization_id and t.visit_id = k.visit_id
        left join jsonb_to_recordset(${raw.json(terms)}) as own("organizationId" uuid, "openDays" int, "endedDays" int)
          on own."organizationId" = k.organization_id
        where k.revoked_at < ${now}::timestamptz - interval '1 day' * coalesce(own."endedDays", ${others.endedDays})
          or t.ended_at < ${now}::timestamptz - interval '1 day' * coalesce(own."endedDays", ${others.endedDays})
          or (t.ended_at is null
            and k.created_at < ${now}::timestamptz - interval '1 day' * coalesce(own."openDays", ${others.openDays}))
        limit ${ROWS_AT_ONCE}))`,
  );
}

/** A withdrawn link stays as long as one whose delivery has ended: the desk sees that it was withdrawn. */
function daysOf({ openDays, pageDays, statusDays }: TrackingPolicy) {
  return { openDays, endedDays: pageDays + statusDays };
}
