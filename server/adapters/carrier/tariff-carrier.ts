import { ASSUMED_TARIFF } from "@/server/domain/partner/connection";
import type { CarrierConnection, CarrierExchange, CarrierJob, Carriers } from "@/server/ports/carrier";

const AVERAGE_METERS_PER_MINUTE = 400;
const MINUTES_AT_DOORS = 15;

/** A partner without a server: prices by its list, everything accepted, for people to carry on. */
export const tariffCarrier: Carriers = {
  test: async () => ({ outcome: "skipped", message: "Nobody is asked: prices are by list.", exchange: none("") }),
  quote: async (connection, job) => {
    if (job.distanceMeters === null) {
      return { outcome: "failed", message: "How far it is cannot be told.", fault: "other", exchange: none("") };
    }
    return { outcome: "quoted", ...priced(connection, job, job.distanceMeters), reference: "", exchange: none("list") };
  },
  handOver: async (_connection, { assignmentId }) => ({
    outcome: "accepted",
    reference: "",
    exchange: none(`assignment ${assignmentId}`),
  }),
  cancel: async (_connection, { assignmentId }) => ({
    outcome: "cancelled",
    exchange: none(`assignment ${assignmentId}`),
  }),
};

function priced({ settings, currency }: CarrierConnection, job: CarrierJob, distanceMeters: number) {
  const tariff = settings.tariff ?? { ...ASSUMED_TARIFF, currency };
  const km = distanceMeters / 1000;
  return {
    priceCents: Math.round(tariff.baseCents + tariff.perKmCents * km + (tariff.perKgCents * job.weightGrams) / 1000),
    currency: tariff.currency,
    co2Grams: Math.round(tariff.gramsCo2PerKm * km),
    minutes: Math.ceil(distanceMeters / AVERAGE_METERS_PER_MINUTE) + MINUTES_AT_DOORS,
  };
}

const none = (request: string): CarrierExchange => ({ request, status: null, answer: "", milliseconds: null });
