import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { TrackingChannel } from "@/db/queries/tracking/tracking-links";
import type { Language } from "@/server/domain/preference/preferences";

/** Who a customer's link was made for, and what he has said no to. */
export type LinkRecipient = {
  readonly channel: TrackingChannel;
  readonly deliveryId: string;
  readonly email: string;
  readonly phone: string;
  readonly refusesEmail: boolean;
  readonly refusesSms: boolean;
  readonly sender: string;
  readonly country: string;
  readonly projectLanguage: Language | null;
};

/** The recipient behind a link. */
export async function findLinkRecipient(
  tx: Tx,
  organizationId: string,
  linkId: string,
): Promise<LinkRecipient | undefined> {
  const [row] = await tx.execute<LinkRecipient>(sql`
    select k.channel, d.id as "deliveryId", v.contact_email as email, v.contact_phone as phone,
      exists (select 1 from notification_opt_out n where n.organization_id = k.organization_id and n.channel = 'email'
        and n.address = lower(v.contact_email)) as "refusesEmail",
      exists (select 1 from notification_opt_out n where n.organization_id = k.organization_id and n.channel = 'sms'
        and n.address = v.contact_phone) as "refusesSms",
      coalesce(nullif(p.brand_name, ''), o.name) as sender, p.default_country as country,
      coalesce(p.language, op.language) as "projectLanguage"
    from tracking_link k
    join delivery_visit v on v.organization_id = k.organization_id and v.id = k.visit_id
    join delivery d on d.organization_id = v.organization_id and d.id = v.delivery_id
    join project p on p.organization_id = d.organization_id and p.id = d.project_id
    join organization o on o.id = k.organization_id
    left join organization_profile op on op.organization_id = k.organization_id
    where k.organization_id = ${organizationId} and k.id = ${linkId}`);
  return row;
}
