import "server-only";
import { findOrganization } from "@/db/queries/organization/find-organization";
import { findManifestSettings } from "@/db/queries/partner/connections";
import { findListing } from "@/db/queries/partner/exchanges";
import { findHandover } from "@/db/queries/partner/handovers";
import { findPartner } from "@/db/queries/partner/partners";
import { findHomeProject } from "@/db/queries/project/find-project";
import { messageReaderOf } from "@/server/domain/message/message-reader";
import { messageWords } from "@/server/domain/message/message-words";
import { saidId } from "@/server/domain/partner/said-id";
import type { CommandScope } from "../kernel/command";
import { loadDeliveryRecords } from "../order/load-delivery-records";
import { writeToPartner } from "./write-to-partner";

/** Writes to a partner that a line of a manifest he was mailed holds no more. */
export async function tellCancelled(
  scope: CommandScope<unknown>,
  { partnerId, handoverId, manifestId }: { partnerId: string; handoverId: string; manifestId: string },
): Promise<void> {
  const { tx, actor } = scope;
  const { organizationId } = actor;
  const settings = await findManifestSettings(tx, organizationId, partnerId);
  const partner = await findPartner(tx, organizationId, partnerId);
  if (!settings || !partner) return;
  const handover = await findHandover(tx, organizationId, handoverId);
  const [record] = handover ? await loadDeliveryRecords(tx, organizationId, [handover.deliveryId]) : [];
  const fileName = (await findListing(tx, organizationId, manifestId))?.fileName ?? "";
  const home = await findHomeProject(tx, organizationId);
  const text = messageWords(messageReaderOf(home?.defaultCountry ?? "").language).partnerCancelled({
    partner: partner.name,
    sender: (await findOrganization(tx, organizationId))?.name ?? "",
    assignment: saidId("assignment", handoverId),
    order: record ? record.delivery.input.orderRef || record.delivery.trackingCode : "",
    fileName,
  });
  await writeToPartner(scope, "partner-cancelled", { name: partner.name, emails: settings.emails }, text);
}
