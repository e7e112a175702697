import { z } from "zod";

/**
 * A message as protobuf reads it from JSON: null is the same as nothing, and a field may be spelt as it is defined
 * (`client_stop_id`) instead of as JSON has it (`clientStopId`).
 */
export function message<S extends z.ZodType>(schema: S) {
  return z.preprocess(plain, schema);
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  const fields = Object.entries(value).filter(([, each]) => each !== null);
  return Object.fromEntries(fields.map(([name, each]) => [camel(name), plain(each)]));
}

const camel = (name: string) => name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

const DIGITS = /^-?\d{1,10}$/;

/** A number of 32 bits, which protobuf also reads from a text. */
export const int32 = (min: number, max: number) =>
  z.preprocess(
    (value) => (typeof value === "string" && DIGITS.test(value) ? Number(value) : value),
    z.int().min(min).max(max),
  );

/** A boolean of a query. */
export const queryBoolean = z.enum(["true", "false", "1", "0", ""]).describe("true or false.");
export const isTrue = (value: string | undefined): boolean => value === "true" || value === "1";

const DURATION = /^(\d{1,6})(?:\.(\d{1,9}))?s$/;
const MOST_SECONDS = 12 * 3600;

/** A span of time, "300s". */
export const durationSchema = z
  .string()
  .regex(DURATION, { message: 'must be seconds, like "300s"' })
  .refine((text) => Number.parseFloat(text) <= MOST_SECONDS, { message: "must be twelve hours at most" });

const FIRST_MOMENT = Date.parse("0001-01-01T00:00:00Z");
const LAST_MOMENT = Date.parse("9999-12-31T23:59:59.999Z");

/** An instant, RFC 3339, of those protobuf knows. */
export const timestampSchema = z.iso
  .datetime({ offset: true })
  .refine((text) => Date.parse(text) >= FIRST_MOMENT && Date.parse(text) <= LAST_MOMENT, {
    message: "must be from the year 1 to 9999",
  })
  .describe("RFC 3339.");

export const latLngSchema = z
  .object({
    latitude: z.number().min(-90).max(90).default(0),
    longitude: z.number().min(-180).max(180).default(0),
  })
  .refine(({ latitude, longitude }) => latitude !== 0 || longitude !== 0, { message: "must be a place, not 0/0" });

export const dateSchema = z
  .object({ year: int32(1, 9999), month: int32(1, 12), day: int32(1, 31) })
  .refine(({ year, month, day }) => new Date(Date.UTC(2000 + (year % 400), month - 1, day)).getUTCDate() === day, {
    message: "must be a day that exists",
  });
export type DateWire = z.output<typeof dateSchema>;

export const timeOfDaySchema = z.object({
  hours: int32(0, 23).default(0),
  minutes: int32(0, 59).default(0),
  seconds: int32(0, 59).default(0),
});
export type TimeOfDayWire = z.output<typeof timeOfDaySchema>;

export const timeWindowSchema = z
  .object({ start: timeOfDaySchema.optional(), end: timeOfDaySchema.optional() })
  .refine(({ start, end }) => !start || !end || secondsOf(start) < secondsOf(end), {
    message: "must end after it begins",
  })
  .refine(({ end }) => !end || secondsOf(end) > 0, { message: "must end after the day has begun" });
export type TimeWindowWire = z.output<typeof timeWindowSchema>;

export const secondsOf = ({ hours, minutes, seconds }: TimeOfDayWire): number => (hours * 60 + minutes) * 60 + seconds;

/** A message without fields. */
export const emptySchema = z.object({}).meta({ id: "Empty" });
