import "server-only";
import { z } from "zod";
import { listConnections, type PartnerConnectionRow } from "@/db/queries/partner/connections";
import { type PartnerRow, selectPartnerPage } from "@/db/queries/partner/partners";
import { selectPartnerPerformance } from "@/db/queries/partner/performance";
import { findDeliveryPolicy } from "@/db/queries/policy/delivery-policies";
import { findHomeProject } from "@/db/queries/project/find-project";
import { listSimulations } from "@/db/queries/sandbox/simulations";
import { listZones } from "@/db/queries/slot/slot-book";
import type { Simulation } from "@/server/domain/partner/simulation";
import { query } from "../kernel/query";
import { loadDeliveryRecords } from "../order/load-delivery-records";
import { goodsFrom } from "./goods-from";

const MOST_PARTNERS = 50;
/** How long back partners are measured who are compared. */
export const MEASURED_MS = 30 * 86_400_000;

/** A partner in use, how it is reached, and how punctual it was. */
export interface KnownPartner {
  readonly partner: PartnerRow;
  readonly connection: PartnerConnectionRow | undefined;
  /** Null: he is real. */
  readonly simulation: Simulation | null;
  readonly measured: { readonly promised: number; readonly onTime: number };
}

export type PartnerDesk = Awaited<ReturnType<typeof readPartnerDesk>>;

/** All there is to know to hand these deliveries over: partners in use, the policy they are chosen by, and the deliveries. */
export const readPartnerDesk = query({
  permission: "plan.dispatch",
  input: z.object({ deliveryIds: z.array(z.uuid()).max(5000) }),
  run: async ({ tx, actor, now }, { deliveryIds }) => {
    const { organizationId } = actor;
    const home = await findHomeProject(tx, organizationId);
    const { partnerRouting: policy } = await findDeliveryPolicy(tx, organizationId);
    const rows = await selectPartnerPage(tx, organizationId, ["active"], undefined, MOST_PARTNERS);
    const connections = await listConnections(tx, organizationId);
    const from = new Date(now.getTime() - MEASURED_MS);
    const simulationOf = await listSimulations(tx, organizationId);
    const partners: KnownPartner[] = [];
    for (const partner of rows) {
      const measured = await selectPartnerPerformance(tx, organizationId, partner.id, { from, to: now, now });
      const connection = connections.find(({ partnerId }) => partnerId === partner.id);
      partners.push({ partner, connection, simulation: simulationOf(partner.id), measured });
    }
    return {
      now,
      policy,
      partners,
      zones: await listZones(tx, organizationId),
      records: await loadDeliveryRecords(tx, organizationId, deliveryIds),
      currency: home?.currency ?? "EUR",
      /** In which the times of manifests are. */
      homeZone: home?.timeZone ?? "UTC",
      from: await goodsFrom(tx, organizationId, home),
    };
  },
});
