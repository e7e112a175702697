import "server-only";
import { z } from "zod";
import { findOrganization } from "@/db/queries/organization/find-organization";
import { findManifestSettings } from "@/db/queries/partner/connections";
import { countListings, insertExchanges } from "@/db/queries/partner/exchanges";
import { listUnlisted, noteListed } from "@/db/queries/partner/handovers";
import { lockPartner } from "@/db/queries/partner/partners";
import { findHomeProject } from "@/db/queries/project/find-project";
import type { LatLng } from "@/server/domain/geo";
import { messageReaderOf } from "@/server/domain/message/message-reader";
import { messageWords } from "@/server/domain/message/message-words";
import { localDateAt } from "@/server/domain/time/zoned-time";
import { type CommandScope, changed, command, type Outcome, unchanged } from "../kernel/command";
import { found } from "../kernel/service-error";
import { loadDeliveryRecords } from "../order/load-delivery-records";
import { carrierJobOf } from "./carrier-job";
import { goodsFrom } from "./goods-from";
import { hashBytes } from "./keep-exchange";
import { type ManifestLine, writeManifest } from "./write-manifest";
import { writeToPartner } from "./write-to-partner";

interface SentManifest {
  readonly lines: number;
  readonly fileName: string | null;
}

/** Of one list; what is left goes out in another one. */
const MOST_LINES = 2000;

/**
 * Lists what a partner has accepted since the last manifest, keeps the list as it is sent, and mails it to his addresses.
 * `lines`: how many it has; 0 and nothing is sent where nothing is new. Two at once list nothing twice.
 */
export const sendManifest = command({
  permission: "plan.dispatch",
  input: z.object({ partnerId: z.uuid() }),
  run: async (scope, { partnerId }): Promise<Outcome<SentManifest>> => {
    const { tx, actor, now, newId, correlationId } = scope;
    const { organizationId } = actor;
    const partner = found(await lockPartner(tx, organizationId, partnerId), "partner");
    const settings = await findManifestSettings(tx, organizationId, partnerId);
    if (!settings) return unchanged({ lines: 0, fileName: null });
    const home = await findHomeProject(tx, organizationId);
    const lines = await linesOf(scope, partnerId, await goodsFrom(tx, organizationId, home));
    if (lines.length === 0) return unchanged({ lines: 0, fileName: null });
    const beginning = `manifest-${localDateAt(now, home?.timeZone ?? "UTC")}-`;
    const fileName = `${beginning}${1 + (await countListings(tx, organizationId, partnerId, beginning))}.csv`;
    const request = writeManifest(lines);
    const id = newId();
    const row = { organizationId, id, partnerId, kind: "listing" as const, name: fileName, request };
    await insertExchanges(tx, [{ ...row, requestHash: hashBytes(request), correlationId, createdAt: now }]);
    const handoverIds = lines.map(({ assignmentId }) => assignmentId);
    await noteListed(tx, organizationId, handoverIds, id);
    const sender = (await findOrganization(tx, organizationId))?.name ?? "";
    const words = messageWords(messageReaderOf(home?.defaultCountry ?? "").language);
    const text = words.partnerManifest({ partner: partner.name, sender, count: lines.length, fileName });
    const to = { name: partner.name, emails: settings.emails };
    const written = await writeToPartner(scope, "partner-manifest", to, text, id);
    if (lines.length === MOST_LINES) await scope.enqueue("send-manifest", { partnerId, at: now.toISOString() });
    const data = { manifestId: id, fileName, lines: lines.length };
    return changed({ lines: lines.length, fileName }, [
      { type: "partner.manifest-sent", entity: "partner", entityId: partnerId, data },
      ...written,
    ]);
  },
});

async function linesOf(
  { tx, actor: { organizationId } }: CommandScope<unknown>,
  partnerId: string,
  from: LatLng | null,
): Promise<ManifestLine[]> {
  const open = await listUnlisted(tx, organizationId, partnerId, MOST_LINES);
  const deliveryIds = open.map(({ deliveryId }) => deliveryId);
  const records = await loadDeliveryRecords(tx, organizationId, deliveryIds);
  const known = new Map(records.map((record) => [record.delivery.id, record]));
  return open.flatMap(({ id, deliveryId }) => {
    const record = known.get(deliveryId);
    if (!record) return [];
    const { delivery, timeZone } = record;
    const { orderRef, items } = delivery.input;
    return [
      {
        assignmentId: id,
        deliveryId,
        trackingCode: delivery.trackingCode,
        orderRef,
        barcodes: items.flatMap(({ barcode }) => (barcode === "" ? [] : [barcode])),
        job: carrierJobOf(delivery, { from, timeZone, vehicleProfile: null }),
      },
    ];
  });
}
