import "server-only";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { findDepot } from "@/db/queries/depot/find-depots";
import { findConnection, type PartnerConnectionRow } from "@/db/queries/partner/connections";
import { type PartnerRow, selectPartnerPage } from "@/db/queries/partner/partners";
import { selectPartnerPerformance } from "@/db/queries/partner/performance";
import { findDeliveryPolicy } from "@/db/queries/policy/delivery-policies";
import { findHomeProject } from "@/db/queries/project/find-project";
import { isSandboxOrganization } from "@/db/queries/sandbox/sandboxes";
import { canTake, needsOf, rankPartners } from "@/server/domain/partner/rank-partners";
import type { TravelProfile } from "@/server/domain/travel/travel-profile";
import { query } from "../kernel/query";
import type { ServiceContext } from "../kernel/service-context";
import type { DeliveryRecord } from "../order/delivery-record";
import { loadDeliveryRecords } from "../order/load-delivery-records";
import { carrierConnectionOf } from "./carrier-connection";
import { carrierJobOf } from "./carrier-job";
import { type Attempt, offerDelivery } from "./offer-delivery";
import { quoteRate } from "./quote-rate";

const MOST_PARTNERS = 50;
/** Deliveries on offer at the same time. */
const AT_ONCE = 4;
const MEASURED_MS = 30 * 86_400_000;

/** What became of one delivery: with whom it is now, and who was asked before. */
export interface HandoverVerdict {
  readonly deliveryId: string;
  /** `awaited`: a partner has heard it and has the policy's time to answer; whoever follows is asked by then. */
  readonly outcome: "handed-over" | "awaited" | "nobody" | "not-open";
  readonly partnerId: string | null;
  readonly handoverId: string | null;
  readonly attempts: readonly Attempt[];
}

/**
 * Hands deliveries that are on no route over to partners: those who can take them are asked in the order of the
 * organization's policy (cost, punctuality or carbon) until one accepts; without its fallback only the first. One verdict
 * each, in the order asked for. What was said to whom and answered is kept word for word.
 */
export async function handOverDeliveries(
  services: ServiceContext,
  {
    deliveryIds,
    vehicleProfile = null,
    exceptPartnerIds = [],
    roundId = services.ports.ids.newId(),
  }: {
    deliveryIds: readonly string[];
    vehicleProfile?: TravelProfile | null;
    /** Who is not asked (again). */
    exceptPartnerIds?: readonly string[];
    /** The round that goes on; absent: another one begins, in which everybody may be asked. */
    roundId?: string;
  },
): Promise<HandoverVerdict[]> {
  const whole = await readDesk(services, { deliveryIds: [...deliveryIds] });
  const desk = { ...whole, partners: whole.partners.filter(({ partner }) => !exceptPartnerIds.includes(partner.id)) };
  const records = new Map(desk.records.map((record) => [record.delivery.id, record]));
  const verdicts: HandoverVerdict[] = new Array(deliveryIds.length);
  let next = 0;
  const work = async () => {
    while (next < deliveryIds.length) {
      const index = next++;
      const deliveryId = deliveryIds[index]!;
      const record = records.get(deliveryId);
      const isOpen = record && record.delivery.status === "requested" && !record.delivery.route;
      verdicts[index] = isOpen
        ? await handOver(services, desk, record, { vehicleProfile, roundId })
        : nobody(deliveryId, "not-open");
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return verdicts;
}

type Desk = Awaited<ReturnType<typeof readDesk>>;

async function handOver(
  services: ServiceContext,
  { partners, policy, currency, homeZone, isSimulated, from }: Desk,
  { delivery, timeZone }: DeliveryRecord,
  { vehicleProfile, roundId }: { readonly vehicleProfile: TravelProfile | null; readonly roundId: string },
): Promise<HandoverVerdict> {
  const { input } = delivery;
  const door = (input.dropoff ?? input.pickup)?.address;
  const places = [input.area || "default", door?.postcode ?? "", door?.city ?? ""].filter((place) => place !== "");
  const needs = { capabilities: needsOf(input), places, vehicleProfile };
  const able = partners.filter(({ partner }) => canTake(partner, needs));
  const job = carrierJobOf(delivery, { from, timeZone, vehicleProfile });
  const compared = await Promise.all(
    able.map(async ({ partner, connection, onTimeShare }) => {
      const base = { partnerId: partner.id, connection, onTimeShare, priceCents: null, co2Grams: null };
      if (able.length < 2 || policy.by === "sla") return base;
      const { answer } = await quoteRate(services, { partnerId: partner.id, job });
      if (answer.outcome !== "quoted") return base;
      return { ...base, priceCents: answer.priceCents, co2Grams: answer.co2Grams };
    }),
  );
  const attempts: Attempt[] = [];
  for (const { partnerId, connection: row } of rankPartners(policy.by, compared)) {
    const { secrets } = services.ports;
    const connection = carrierConnectionOf(secrets, services.actor.organizationId, partnerId, row, {
      currency,
      isSimulated,
    });
    const { answerMinutes } = policy;
    const offer = { partnerId, deliveryId: delivery.id, roundId, connection, job, answerMinutes, timeZone: homeZone };
    const attempt = await offerDelivery(services, offer);
    attempts.push(attempt);
    const { outcome, handoverId } = attempt;
    if (outcome === "accepted")
      return { deliveryId: delivery.id, outcome: "handed-over", partnerId, handoverId, attempts };
    if (outcome === "awaited") return { deliveryId: delivery.id, outcome, partnerId, handoverId, attempts };
    if (outcome === "not-open") return nobody(delivery.id, "not-open", attempts);
    if (!policy.isFallback) break;
  }
  return nobody(delivery.id, "nobody", attempts);
}

function nobody(
  deliveryId: string,
  outcome: "nobody" | "not-open",
  attempts: readonly Attempt[] = [],
): HandoverVerdict {
  return { deliveryId, outcome, partnerId: null, handoverId: null, attempts };
}

const readDesk = query({
  permission: "plan.dispatch",
  input: z.object({ deliveryIds: z.array(z.uuid()).max(5000) }),
  run: async ({ tx, actor, now }, { deliveryIds }) => {
    const { organizationId } = actor;
    const home = await findHomeProject(tx, organizationId);
    const depot = home?.defaultDepotId ? await findDepot(tx, organizationId, home.defaultDepotId) : undefined;
    const { partnerRouting: policy } = await findDeliveryPolicy(tx, organizationId);
    const rows = await selectPartnerPage(tx, organizationId, "active", undefined, MOST_PARTNERS);
    const partners = [];
    for (const partner of rows) partners.push(await knownPartner(tx, organizationId, partner, now));
    return {
      policy,
      partners,
      records: await loadDeliveryRecords(tx, organizationId, deliveryIds),
      currency: home?.currency ?? "EUR",
      homeZone: home?.timeZone ?? "UTC",
      isSimulated: await isSandboxOrganization(tx, organizationId),
      from: depot && depot.lat !== null && depot.lng !== null ? { lat: depot.lat, lng: depot.lng } : null,
    };
  },
});

async function knownPartner(tx: Tx, organizationId: string, partner: PartnerRow, now: Date) {
  const from = new Date(now.getTime() - MEASURED_MS);
  const done = await selectPartnerPerformance(tx, organizationId, partner.id, { from, to: now, now });
  const connection: PartnerConnectionRow | undefined = await findConnection(tx, organizationId, partner.id);
  return { partner, connection, onTimeShare: done.promised === 0 ? null : done.onTime / done.promised };
}
