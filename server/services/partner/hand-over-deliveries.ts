import "server-only";
import type { TravelProfile } from "@/server/domain/travel/travel-profile";
import type { ServiceContext } from "../kernel/service-context";
import { beginRound } from "./begin-round";
import { readPartnerDesk } from "./partner-desk";
import { type HandoverVerdict, nobody, runRound } from "./run-round";

/** Deliveries on offer at the same time. */
const AT_ONCE = 4;

/**
 * Hands deliveries that are on no route over to partners, each in a round of its own: those who can take them are asked in the
 * order of the organization's policy (cost, punctuality or carbon) until one accepts; without its fallback only the first. One
 * verdict each, in the order asked for. What was said to whom and answered is kept word for word.
 */
export async function handOverDeliveries(
  services: ServiceContext,
  {
    deliveryIds,
    vehicleProfile = null,
    toPartnerId = null,
  }: {
    deliveryIds: readonly string[];
    vehicleProfile?: TravelProfile | null;
    /** Whom somebody chose: nobody else is asked, be it that he declines. */
    toPartnerId?: string | null;
  },
): Promise<HandoverVerdict[]> {
  const whole = await readPartnerDesk(services, { deliveryIds: [...deliveryIds] });
  const isAsked = (id: string) => toPartnerId === null || id === toPartnerId;
  const desk = { ...whole, partners: whole.partners.filter(({ partner }) => isAsked(partner.id)) };
  const records = new Map(desk.records.map((record) => [record.delivery.id, record]));
  const handOver = async (deliveryId: string): Promise<HandoverVerdict> => {
    const record = records.get(deliveryId);
    const isOpen = record && record.delivery.status === "requested" && !record.delivery.route;
    const about = { deliveryId, vehicleProfile, isByHand: toPartnerId !== null };
    const begun = isOpen ? await beginRound(services, about) : null;
    return record && begun ? runRound(services, { desk, record, ...begun }) : nobody(deliveryId, "not-open");
  };
  const verdicts: HandoverVerdict[] = new Array(deliveryIds.length);
  let next = 0;
  const work = async () => {
    while (next < deliveryIds.length) {
      const index = next++;
      verdicts[index] = await handOver(deliveryIds[index]!);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return verdicts;
}
