import { z } from "zod";
import { metadataSchema } from "@/server/domain/order/delivery-schema";
import { CONTACT_CHANNELS } from "./contact-channel";

/** By what the partner is chosen who is asked first, and the next one after him. */
export const ROUTING_CRITERIA = ["cost", "sla", "carbon"] as const;

/** What is to be tried before a driver may say that nobody was there. */
const contactSchema = z.object({
  minAttempts: z.int().min(0).max(10),
  /** By which of these; none: any counts. */
  channels: z.array(z.enum(CONTACT_CHANNELS)).max(CONTACT_CHANNELS.length),
  /** At the door, from the arrival on. */
  waitMinutes: z.int().min(0).max(120),
  /** What a program keeps beside them; handed back as it came. */
  notes: metadataSchema,
});

const partnerRoutingSchema = z.object({
  by: z.enum(ROUTING_CRITERIA),
  /** Whoever declines, or does not answer in time, is followed by the next best. */
  isFallback: z.boolean(),
  /** What finds no room on our own routes is handed over by itself. */
  isOverflow: z.boolean(),
  answerMinutes: z.int().min(1).max(1440),
});

/** What an organization asks of drivers and partners, whichever project a delivery is of. */
export interface DeliveryPolicy {
  readonly contact: z.output<typeof contactSchema>;
  readonly partnerRouting: z.output<typeof partnerRoutingSchema>;
}

export const deliveryPolicySchema = z.object({ contact: contactSchema, partnerRouting: partnerRoutingSchema });

/** What a small company would keep. */
export const DEFAULT_DELIVERY_POLICY: DeliveryPolicy = {
  contact: { minAttempts: 0, channels: [], waitMinutes: 0, notes: {} },
  partnerRouting: { by: "cost", isFallback: true, isOverflow: false, answerMinutes: 15 },
};

/** Some of it; what is left out stays. */
export const deliveryPolicyChangesSchema = z
  .object({ contact: contactSchema.partial(), partnerRouting: partnerRoutingSchema.partial() })
  .partial();
export type DeliveryPolicyChanges = z.output<typeof deliveryPolicyChangesSchema>;

/** A policy with some of it changed. */
export function changeDeliveryPolicy(policy: DeliveryPolicy, changes: DeliveryPolicyChanges): DeliveryPolicy {
  return {
    contact: { ...policy.contact, ...named(changes.contact) },
    partnerRouting: { ...policy.partnerRouting, ...named(changes.partnerRouting) },
  };
}

/** Without what is there by name only: it would take a value's place with nothing. */
function named<T extends object>(changes: T | undefined) {
  const entries = Object.entries(changes ?? {}).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], undefined> };
}

/** A stored policy, what it leaves out or spoils by default. */
export function readDeliveryPolicy(stored: unknown): DeliveryPolicy {
  const parsed = deliveryPolicyChangesSchema.safeParse(stored ?? {});
  return parsed.success ? changeDeliveryPolicy(DEFAULT_DELIVERY_POLICY, parsed.data) : DEFAULT_DELIVERY_POLICY;
}
