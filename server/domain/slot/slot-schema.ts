import { z } from "zod";
import { positionSchema } from "@/server/domain/order/delivery-schema";
import { localDateSchema } from "@/server/domain/time/local-date";

const SECONDS_PER_DAY = 86_400;
/** No customer is asked to choose among more days, and no answer is longer. */
export const MOST_DAYS_AHEAD = 60;

const name = z.string().trim().min(1).max(80);

/** Where a zone is: postcodes that begin so, or inside a ring of corners that needs no closing. */
export const slotAreaSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("postcodes"), prefixes: z.array(z.string().trim().min(1).max(12)).min(1).max(500) }),
  z.object({ kind: z.literal("polygon"), corners: z.array(positionSchema).min(3).max(1000) }),
]);
export type SlotArea = z.output<typeof slotAreaSchema>;

/** A part of a project's area that shares its slots' capacity. */
export const slotZoneSchema = z.object({ name, area: slotAreaSchema });

/** A window offered to customers of a zone, on the days and with the room it says. */
export const slotOfferSchema = z
  .object({
    zoneId: z.uuid(),
    /** What kind of delivery it is, in the organization's own word: "standard", "evening", "two men". */
    serviceLevel: name,
    /** 1 = Monday … 7 = Sunday. */
    weekdays: z
      .array(z.int().min(1).max(7))
      .min(1)
      .transform((days) => [...new Set(days)].sort()),
    /** Wall-clock seconds of the project's day; `toSeconds` beyond 86,400 ends after midnight. */
    fromSeconds: z.int().min(0).max(SECONDS_PER_DAY),
    toSeconds: z
      .int()
      .min(0)
      .max(2 * SECONDS_PER_DAY),
    /** Deliveries of one day; 0: closed for now. */
    capacity: z.int().min(0).max(100_000),
    /** Wall-clock seconds at which booking ends, so many days before. */
    cutoffSeconds: z
      .int()
      .min(0)
      .max(SECONDS_PER_DAY - 60)
      .default(12 * 3600),
    cutoffDaysBefore: z.int().min(0).max(14).default(1),
    /** How early it can be booked. */
    daysAhead: z.int().min(0).max(MOST_DAYS_AHEAD).default(14),
  })
  .refine(({ fromSeconds, toSeconds }) => fromSeconds < toSeconds, { message: "must end after it begins" });

export type SlotZone = z.output<typeof slotZoneSchema> & { readonly id: string };
export type SlotOffer = z.output<typeof slotOfferSchema> & { readonly id: string };

/** One offer on one day: what is counted, reserved and confirmed. */
export interface SlotDay {
  readonly offerId: string;
  readonly date: string;
}

const SLOT_KEY = /^([0-9a-f-]{36})\.(\d{4}-\d{2}-\d{2})$/;

/** A slot as customers and forms name it. */
export function slotKey({ offerId, date }: SlotDay): string {
  return `${offerId}.${date}`;
}

/** Reads a slot's name; one that is none, or no day, is refused by the schema. */
export const slotKeySchema = z.string().transform((text, issue): SlotDay => {
  const [, offerId, date] = SLOT_KEY.exec(text) ?? [];
  if (z.uuid().safeParse(offerId).success && localDateSchema.safeParse(date).success) {
    return { offerId: offerId!, date: date! };
  }
  issue.addIssue({ code: "custom", message: "must name an offered slot" });
  return z.NEVER;
});

/** For what address and which days slots are asked for. */
export const availabilityRequestSchema = z
  .object({
    postcode: z.string().trim().max(20).default(""),
    position: positionSchema.optional(),
    fromDate: localDateSchema,
    days: z
      .int()
      .min(1)
      .max(MOST_DAYS_AHEAD + 1)
      .default(14),
    serviceLevel: name.optional(),
  })
  .refine(({ postcode, position }) => postcode !== "" || position !== undefined, {
    message: "must say a postcode or a position",
  });
export type AvailabilityRequest = z.output<typeof availabilityRequestSchema>;
