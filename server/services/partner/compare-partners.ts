import "server-only";
import {
  type DeliveryNeeds,
  expectedOnTime,
  isTooSlow,
  needsOf,
  type PartnerObstacle,
  partnerObstacle,
  type RankedPartner,
  rankPartners,
} from "@/server/domain/partner/rank-partners";
import { zoneOfAddress } from "@/server/domain/slot/slot-zone";
import { instantsOfWindows } from "@/server/domain/time/window-of-instants";
import { localDateAt, wallSecondsAt } from "@/server/domain/time/zoned-time";
import type { TravelProfile } from "@/server/domain/travel/travel-profile";
import type { CarrierConnection, CarrierJob } from "@/server/ports/carrier";
import type { ServiceContext } from "../kernel/service-context";
import type { DeliveryRecord } from "../order/delivery-record";
import { areSecretsLost, carrierConnectionOf } from "./carrier-connection";
import { carrierJobOf } from "./carrier-job";
import type { KnownPartner, PartnerDesk } from "./partner-desk";
import { quoteRate } from "./quote-rate";

type Quote = Awaited<ReturnType<typeof quoteRate>>;

/** A partner who can take a delivery, as it stands among the others. */
export interface ComparedPartner extends RankedPartner {
  readonly connection: CarrierConnection;
  /** Null: it was not asked. */
  readonly quote: Quote | null;
}

/**
 * Who can take a delivery, best first by the organization's policy, and who cannot and why. `isQuoted`: whether so many are
 * asked for their price.
 */
export async function comparePartners(
  services: ServiceContext,
  desk: PartnerDesk,
  record: DeliveryRecord,
  {
    vehicleProfile,
    isQuoted,
  }: { readonly vehicleProfile: TravelProfile | null; readonly isQuoted: (able: number) => boolean },
): Promise<{
  readonly ranked: readonly ComparedPartner[];
  readonly unable: readonly { readonly partnerId: string; readonly obstacle: PartnerObstacle }[];
  readonly job: CarrierJob;
}> {
  const { delivery, timeZone } = record;
  const { partners, policy, from, now } = desk;
  const needs = deliveryNeeds(desk, record, vehicleProfile);
  const judged = partners.map(({ partner, measured, ...reached }) => {
    const connection = connectionOf(services, desk, partner.id, reached);
    const obstacle = partnerObstacle(partner, needs) ?? (areSecretsLost(connection) ? "secrets-lost" : null);
    return { partner, measured, connection, obstacle };
  });
  const able = judged.filter(({ obstacle }) => obstacle === null);
  const job = carrierJobOf(delivery, { from, timeZone, vehicleProfile });
  const dueAt = dueAtOf(record);
  const compared = await Promise.all(
    able.map(async ({ partner, connection, measured }): Promise<ComparedPartner> => {
      const quote = isQuoted(able.length) ? await quoteRate(services, { partnerId: partner.id, job }) : null;
      const said = quote?.answer.outcome === "quoted" ? quote.answer : null;
      return {
        partnerId: partner.id,
        connection,
        quote,
        priceCents: said?.priceCents ?? null,
        co2Grams: said?.co2Grams ?? null,
        onTimeShare: expectedOnTime(measured, partner.sla),
        isTooSlow: isTooSlow(partner.sla, now, dueAt),
      };
    }),
  );
  const unable = judged.flatMap(({ partner, obstacle }) => (obstacle ? [{ partnerId: partner.id, obstacle }] : []));
  return { ranked: rankPartners(policy.by, compared), unable, job };
}

function connectionOf(
  { ports: { secrets }, actor }: ServiceContext,
  { currency }: PartnerDesk,
  partnerId: string,
  { connection, simulation }: Pick<KnownPartner, "connection" | "simulation">,
): CarrierConnection {
  return carrierConnectionOf(secrets, actor.organizationId, partnerId, connection, { currency, simulation });
}

function lastDoorOf({ delivery: { input } }: DeliveryRecord) {
  return input.dropoff ?? input.pickup;
}

/** When the last of its windows ends; null: whenever. */
function dueAtOf(record: DeliveryRecord): Date | null {
  const { windows = [] } = lastDoorOf(record) ?? {};
  return instantsOfWindows(windows, record.delivery.input.serviceDate, record.timeZone)?.to ?? null;
}

function deliveryNeeds(
  { zones, now }: PartnerDesk,
  record: DeliveryRecord,
  vehicleProfile: TravelProfile | null,
): DeliveryNeeds {
  const { delivery, timeZone } = record;
  const { input, visits, projectId } = delivery;
  const { postcode = "", city = "" } = lastDoorOf(record)?.address ?? {};
  const role = input.dropoff ? "dropoff" : "pickup";
  const position = visits.find((visit) => visit.role === role)?.position ?? undefined;
  const own = zones.filter((zone) => zone.projectId === projectId);
  const zone = zoneOfAddress(own, { postcode, position });
  return {
    capabilities: needsOf(input),
    names: [input.area || "default", city, zone?.name ?? ""].filter((name) => name !== ""),
    postcode,
    vehicleProfile,
    sameDaySeconds: input.serviceDate === localDateAt(now, timeZone) ? wallSecondsAt(now, timeZone) : null,
  };
}
