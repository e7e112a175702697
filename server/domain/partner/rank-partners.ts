import type { PartnerCapability, PartnerSla, PartnerStatus } from "./partner-schema";
import { type ServedPlace, servesPlace } from "./serve-area";

/** What a delivery asks of whoever takes it. */
export interface DeliveryNeeds extends ServedPlace {
  readonly capabilities: readonly PartnerCapability[];
  /** Only by this; null: by any. */
  readonly vehicleProfile: string | null;
  /** What the clock shows there, where it is for the day that it is there; null: for another day, or none. */
  readonly sameDaySeconds: number | null;
}

export interface AblePartner {
  readonly status: PartnerStatus;
  readonly capabilities: readonly string[];
  readonly areas: readonly string[];
  readonly vehicleProfiles: readonly string[];
  readonly sla: PartnerSla;
}

/** Why a partner cannot take a delivery; `secrets-lost`: nothing can be said to him. */
export const PARTNER_OBSTACLES = ["not-active", "capabilities", "vehicle", "area", "cutoff", "secrets-lost"] as const;
export type PartnerObstacle = (typeof PARTNER_OBSTACLES)[number];

/** What a delivery asks for beyond being brought: cold goods and returns must be named, how soon only by who names any. */
export function needsOf(delivery: {
  readonly kind: string;
  readonly serviceLevel: "standard" | "express" | "same_day";
  readonly skills: readonly string[];
}): readonly PartnerCapability[] {
  return [
    delivery.serviceLevel === "standard" ? "scheduled" : "ondemand",
    ...(delivery.kind === "pickup" ? (["returns"] as const) : []),
    ...(delivery.skills.some((skill) => /^cold/i.test(skill)) ? (["cold_chain"] as const) : []),
  ];
}

/** What keeps a partner from taking such a delivery there, by such a vehicle, now; null: nothing. Who names no places or vehicles has all. */
export function partnerObstacle(partner: AblePartner, needs: DeliveryNeeds): PartnerObstacle | null {
  const { capabilities, vehicleProfile, sameDaySeconds } = needs;
  if (partner.status !== "active") return "not-active";
  const special = (capability: string) => capability === "returns" || capability === "cold_chain";
  const asked = partner.capabilities.length === 0 ? capabilities.filter(special) : capabilities;
  if (!asked.every((capability) => partner.capabilities.includes(capability))) return "capabilities";
  if (vehicleProfile && partner.vehicleProfiles.length > 0 && !partner.vehicleProfiles.includes(vehicleProfile)) {
    return "vehicle";
  }
  if (!servesPlace(partner.areas, needs)) return "area";
  const { cutoffSeconds } = partner.sla;
  const isTooLate = cutoffSeconds !== undefined && sameDaySeconds !== null && sameDaySeconds > cutoffSeconds;
  return isTooLate ? "cutoff" : null;
}

/** A promise weighs as much as so many deliveries that were measured. */
const PROMISE_WEIGHT = 20;

/**
 * Which share of deliveries is likely to come in time, 0 to 1: what was measured, beside what was promised while little
 * was; null: nothing is known.
 */
export function expectedOnTime(
  measured: { readonly promised: number; readonly onTime: number },
  { onTimePercent }: PartnerSla,
): number | null {
  const weight = onTimePercent === undefined ? 0 : PROMISE_WEIGHT;
  const of = measured.promised + weight;
  return of === 0 ? null : (measured.onTime + ((onTimePercent ?? 0) / 100) * weight) / of;
}

/** True where what was promised from the handover to the door (`deliveryMinutes`) is longer than there is time. */
export function isTooSlow({ deliveryMinutes }: PartnerSla, now: Date, dueAt: Date | null): boolean {
  return deliveryMinutes !== undefined && dueAt !== null && now.getTime() + deliveryMinutes * 60_000 > dueAt.getTime();
}

/** A partner as he is compared; null: not known. */
export interface RankedPartner {
  readonly partnerId: string;
  readonly priceCents: number | null;
  readonly co2Grams: number | null;
  /** Which share of deliveries is likely to come in time, 0 to 1 (`expectedOnTime`). */
  readonly onTimeShare: number | null;
  /** His own promise is later than this delivery is due. */
  readonly isTooSlow: boolean;
}

const UNKNOWN = Number.POSITIVE_INFINITY;
type Key = "cost" | "sla" | "carbon" | "inTime";
const KEYS: Readonly<Record<Key, (partner: RankedPartner) => number>> = {
  inTime: ({ isTooSlow }) => (isTooSlow ? 1 : 0),
  cost: ({ priceCents }) => priceCents ?? UNKNOWN,
  carbon: ({ co2Grams }) => co2Grams ?? UNKNOWN,
  sla: ({ onTimeShare }) => (onTimeShare === null ? UNKNOWN : 1 - onTimeShare),
};
const ORDER = {
  cost: [KEYS.cost, KEYS.sla, KEYS.carbon],
  sla: [KEYS.inTime, KEYS.sla, KEYS.cost, KEYS.carbon],
  carbon: [KEYS.carbon, KEYS.cost, KEYS.sla],
} as const;

/** Who is asked first, and who after him: by the policy's criterion, then by the others; whoever is not known comes last. */
export function rankPartners<P extends RankedPartner>(by: keyof typeof ORDER, partners: readonly P[]): P[] {
  return [...partners].sort((a, b) => {
    for (const key of ORDER[by]) {
      const [left, right] = [key(a), key(b)];
      if (left !== right) return left < right ? -1 : 1;
    }
    return a.partnerId < b.partnerId ? -1 : 1;
  });
}
