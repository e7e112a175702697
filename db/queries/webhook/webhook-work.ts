import "server-only";
import type { Database } from "@/db/client";
import { ROWS_AT_ONCE, untilNone } from "@/db/queries/until-none";

/** Organizations whose logs have grown since their subscribers' messages were last made. Outside any tenant. */
export async function listOrganizationsBehind({ raw }: Database): Promise<string[]> {
  const rows = await raw<{ organizationId: string }[]>`
    select c.organization_id as "organizationId" from webhook_cursor c
    join event_sequence s on s.organization_id = c.organization_id
    where s.last_seq > c.seq`;
  return rows.map(({ organizationId }) => organizationId);
}

/** Subscribers to whom something is to be sent now (indexes `webhook_active`, `webhook_call_due`). Outside any tenant. */
export async function listDueWebhooks(
  { raw }: Database,
  now: Date,
): Promise<{ readonly organizationId: string; readonly webhookId: string }[]> {
  return raw<{ organizationId: string; webhookId: string }[]>`
    select w.organization_id as "organizationId", w.id as "webhookId" from webhook w
    where w.status = 'active' and (w.resume_at is null or w.resume_at <= ${now}) and exists (
      select 1 from webhook_call c
      where c.organization_id = w.organization_id and c.webhook_id = w.id and c.status = 'waiting'
        and c.next_try_at <= ${now})`;
}

/** Deletes messages that ended before an instant, a bounded number at once (index `webhook_call_updated`). */
export function deleteOutlivedWebhookCalls({ raw }: Database, before: Date): Promise<number> {
  return untilNone(
    () => raw`
      delete from webhook_call where ctid = any(array(
        select ctid from webhook_call where updated_at < ${before} and status <> 'waiting' limit ${ROWS_AT_ONCE}))`,
  );
}

/** Gives up what has waited since before an instant, a bounded number at once (index `webhook_call_updated`). */
export function dropOverdueWebhookCalls({ raw }: Database, before: Date, now: Date): Promise<number> {
  return untilNone(
    () => raw`
      update webhook_call set status = 'dropped', updated_at = ${now} where ctid = any(array(
        select ctid from webhook_call
        where updated_at < ${before} and created_at < ${before} and status = 'waiting' limit ${ROWS_AT_ONCE}))`,
  );
}
