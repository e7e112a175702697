import "server-only";
import type { TravelProfile } from "@/server/domain/travel/travel-profile";
import type { ServiceContext } from "../kernel/service-context";
import type { DeliveryRecord } from "../order/delivery-record";
import { comparePartners } from "./compare-partners";
import { type Attempt, offerDelivery } from "./offer-delivery";
import { type PartnerDesk, readPartnerDesk } from "./partner-desk";

/** Deliveries on offer at the same time. */
const AT_ONCE = 4;

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
    toPartnerId = null,
    roundId = services.ports.ids.newId(),
  }: {
    deliveryIds: readonly string[];
    vehicleProfile?: TravelProfile | null;
    /** Who is not asked (again). */
    exceptPartnerIds?: readonly string[];
    /** Whom somebody chose: nobody else is asked, be it that he declines. */
    toPartnerId?: string | null;
    /** The round that goes on; absent: another one begins, in which everybody may be asked. */
    roundId?: string;
  },
): Promise<HandoverVerdict[]> {
  const whole = await readPartnerDesk(services, { deliveryIds: [...deliveryIds] });
  const isAsked = (id: string) => (toPartnerId === null ? !exceptPartnerIds.includes(id) : id === toPartnerId);
  const desk = { ...whole, partners: whole.partners.filter(({ partner }) => isAsked(partner.id)) };
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
        ? await handOver(services, desk, record, { vehicleProfile, roundId, isByHand: toPartnerId !== null })
        : nobody(deliveryId, "not-open");
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return verdicts;
}

async function handOver(
  services: ServiceContext,
  desk: PartnerDesk,
  record: DeliveryRecord,
  {
    vehicleProfile,
    roundId,
    isByHand,
  }: { readonly vehicleProfile: TravelProfile | null; readonly roundId: string; readonly isByHand: boolean },
): Promise<HandoverVerdict> {
  const { policy, homeZone } = desk;
  const { delivery } = record;
  const { ranked, job } = await comparePartners(services, desk, record, {
    vehicleProfile,
    isQuoted: (able) => able > 1 && policy.by !== "sla",
  });
  const attempts: Attempt[] = [];
  for (const { partnerId, connection } of ranked) {
    const { answerMinutes } = policy;
    const offer = {
      partnerId,
      deliveryId: delivery.id,
      roundId,
      isByHand,
      vehicleProfile,
      connection,
      job,
      answerMinutes,
      timeZone: homeZone,
    };
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
