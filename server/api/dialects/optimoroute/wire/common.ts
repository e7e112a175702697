import { z } from "zod";
import { localDateSchema } from "@/server/domain/time/local-date";

/** A list longer than this is refused whole. */
export const MOST_AT_ONCE = 500;

/** Numbers are taken as JSON has them, and as many senders' languages write them: in quotes. */
const numeric = z.union([
  z.number(),
  z
    .string()
    .trim()
    .regex(/^[+-]?\d+(\.\d+)?$/, { message: "must be a number" })
    .transform(Number),
]);
export const decimal = numeric.pipe(z.number());
export const integer = numeric.pipe(z.int());
export const amount = numeric.pipe(z.number().min(0).max(2_000_000_000));

/** `YYYY-MM-DD`. */
export const date = localDateSchema;

/** `HH:MM`, 00:00 to 23:59. */
export const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { message: "must be HH:MM, from 00:00 to 23:59" });

/** `YYYY-MM-DDTHH:MM:SS`, without a zone. */
export const dateTime = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/, {
    message: "must be YYYY-MM-DDTHH:MM:SS",
  })
  .refine((text) => new Date(Date.parse(`${text}Z`) || 0).toISOString().startsWith(text), {
    message: "must be a day there is",
  });

export const flag = z.boolean();

/** A flag of a query: `true` however it is written; anything else a program writes for no is no. */
export const queryFlag = z
  .enum(["true", "True", "TRUE", "1", "false", "False", "FALSE", "0", ""])
  .transform((text) => text.toLowerCase() === "true" || text === "1")
  .default(false);

export const orderNo = z.string().trim().min(1).max(120);
export const orderId = z.string().trim().min(1).max(64);

/** An order, by the vendor's own id or else by the sender's number. */
export const orderRefSchema = z.object({ orderNo: z.unknown(), id: z.unknown() }).partial();

/** A list of at most as many things as may be sent at once; their number is said before anything in them. */
export function listOf<T extends z.ZodType>(item: T, most = MOST_AT_ONCE) {
  return z
    .array(z.unknown())
    .max(most, { message: `must not hold more than ${most}` })
    .pipe(z.array(item));
}

/** One moment, three times over. */
export const timeSchema = z.object({ unixTimestamp: z.int(), utcTime: z.string(), localTime: z.string() });
export type WireTime = z.output<typeof timeSchema>;

export const dateRangeSchema = z.object({ from: date, to: date });

/** Where something happened; `distanceToLocation` in metres from the order's location. */
export const positionSchema = z.object({
  timestamp: z.int(),
  latitude: z.number(),
  longitude: z.number(),
  accuracy: z.number().optional(),
  distanceToLocation: z.number().optional(),
});
