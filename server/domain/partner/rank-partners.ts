import type { PartnerCapability } from "./partner-schema";

/** What a delivery asks of whoever takes it. */
export interface DeliveryNeeds {
  readonly capabilities: readonly PartnerCapability[];
  /** What it may be called by somebody who says where he is: area, postcode, city. */
  readonly places: readonly string[];
  /** Only by this; null: by any. */
  readonly vehicleProfile: string | null;
}

export interface AblePartner {
  readonly status: "active" | "disabled";
  readonly capabilities: readonly string[];
  readonly areas: readonly string[];
  readonly vehicleProfiles: readonly string[];
}

const folded = (text: string) => text.trim().toLowerCase();

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

/** True of a partner who takes such deliveries there, by such a vehicle. Who names no places or vehicles has all. */
export function canTake(partner: AblePartner, { capabilities, places, vehicleProfile }: DeliveryNeeds): boolean {
  if (partner.status !== "active") return false;
  const special = (capability: string) => capability === "returns" || capability === "cold_chain";
  const asked = partner.capabilities.length === 0 ? capabilities.filter(special) : capabilities;
  if (!asked.every((capability) => partner.capabilities.includes(capability))) return false;
  if (vehicleProfile && partner.vehicleProfiles.length > 0 && !partner.vehicleProfiles.includes(vehicleProfile)) {
    return false;
  }
  const served = new Set(partner.areas.map(folded));
  return served.size === 0 || places.some((place) => served.has(folded(place)));
}

/** A partner as he is compared; null: not known. */
export interface RankedPartner {
  readonly partnerId: string;
  readonly priceCents: number | null;
  readonly co2Grams: number | null;
  /** Of what was promised, 0 to 1. */
  readonly onTimeShare: number | null;
}

const UNKNOWN = Number.POSITIVE_INFINITY;
const KEYS: Readonly<Record<"cost" | "sla" | "carbon", (partner: RankedPartner) => number>> = {
  cost: ({ priceCents }) => priceCents ?? UNKNOWN,
  carbon: ({ co2Grams }) => co2Grams ?? UNKNOWN,
  sla: ({ onTimeShare }) => (onTimeShare === null ? UNKNOWN : 1 - onTimeShare),
};
const ORDER = {
  cost: [KEYS.cost, KEYS.sla, KEYS.carbon],
  sla: [KEYS.sla, KEYS.cost, KEYS.carbon],
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
