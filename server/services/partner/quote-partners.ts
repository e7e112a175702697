import "server-only";
import { z } from "zod";
import type { ServiceContext } from "../kernel/service-context";
import { noSuch } from "../kernel/service-error";
import { comparePartners } from "./compare-partners";
import { readPartnerDesk } from "./partner-desk";

export const quotePartnersInput = z.object({ deliveryId: z.uuid() });

/**
 * What each partner would ask for a delivery, best first by the organization's policy, and who cannot take it and why.
 * Nothing is ordered.
 */
export async function quotePartners(services: ServiceContext, input: z.input<typeof quotePartnersInput>) {
  const { deliveryId } = quotePartnersInput.parse(input);
  const desk = await readPartnerDesk(services, { deliveryIds: [deliveryId] });
  const record = desk.records.find(({ delivery }) => delivery.id === deliveryId);
  if (!record) throw noSuch("delivery");
  const { ranked, unable } = await comparePartners(services, desk, record, {
    vehicleProfile: null,
    isQuoted: () => true,
  });
  const facts = new Map(desk.partners.map(({ partner: { id, name, type, sla } }) => [id, { name, type, sla }]));
  return {
    by: desk.policy.by,
    able: ranked.map(({ connection: _connection, quote, partnerId, onTimeShare, isTooSlow }) => ({
      partnerId,
      ...facts.get(partnerId)!,
      onTimeShare,
      isTooSlow,
      quote,
    })),
    unable: unable.map(({ partnerId, obstacle }) => ({ partnerId, ...facts.get(partnerId)!, obstacle })),
  };
}
