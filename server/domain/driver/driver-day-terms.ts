import { z } from "zod";
import { addressSchema, positionSchema } from "@/server/domain/order/delivery-schema";
import { localDateSchema } from "@/server/domain/time/local-date";

const load = z.int().min(0).max(2_000_000_000).optional();

/** A place of somebody's own to start or end at: the depot that is there already, or a new one. */
export const ownPlaceSchema = z.object({ position: positionSchema, address: addressSchema.optional() });
export type OwnPlace = z.output<typeof ownPlaceSchema>;

/** Where a day starts or ends: `usual`, as the driver's days do; `start` (of an end): where that day starts. */
export const dayPlaceSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("usual") }),
  z.object({ kind: z.literal("start") }),
  z.object({ kind: z.literal("own"), place: ownPlaceSchema }),
]);
export type DayPlace = z.output<typeof dayPlaceSchema>;

/** What is to be different of one driver's day; what is not said stays. */
export const driverDayTermsSchema = z.object({
  driverId: z.uuid(),
  date: localDateSchema,
  works: z.boolean().optional(),
  /** Wall-clock seconds of the day; an end at or before the beginning is the next day's. */
  shiftFromSeconds: z.int().min(0).max(86_399).optional(),
  shiftToSeconds: z.int().min(0).max(86_399).optional(),
  vehicleId: z.uuid().optional(),
  /** By load dimension; those absent are as the vehicle, or what was said of it before, has them. */
  capacity: z.tuple([load, load, load, load]).optional(),
  start: dayPlaceSchema.optional(),
  end: dayPlaceSchema.optional(),
});
export type DriverDayTerms = z.output<typeof driverDayTermsSchema>;

const DAY_SECONDS = 86_400;

/** A day's shift with one end or both said anew. */
export function shiftSaidAnew(
  before: { readonly shiftFromSeconds: number; readonly shiftToSeconds: number },
  { shiftFromSeconds, shiftToSeconds }: Pick<DriverDayTerms, "shiftFromSeconds" | "shiftToSeconds">,
): { readonly shiftFromSeconds: number; readonly shiftToSeconds: number } {
  const from = shiftFromSeconds ?? before.shiftFromSeconds;
  const to = shiftToSeconds ?? before.shiftToSeconds % DAY_SECONDS;
  if (shiftFromSeconds === undefined && shiftToSeconds === undefined) return before;
  return { shiftFromSeconds: from, shiftToSeconds: to <= from ? to + DAY_SECONDS : to };
}

/** What fits that day; null: what the vehicle says. Another vehicle brings its own, but for what is said of it. */
export function capacitySaidAnew(
  said: DriverDayTerms["capacity"],
  ofVehicle: readonly number[],
  before: readonly number[] | null,
): number[] | null {
  if (!said?.some((amount) => amount !== undefined)) return before && [...before];
  return said.map((amount, index) => amount ?? (before ?? ofVehicle)[index] ?? 0);
}
