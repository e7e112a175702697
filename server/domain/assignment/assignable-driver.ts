import { z } from "zod";
import type { DriverAvailability } from "@/server/domain/driver/driver-availability";
import type { LatLng } from "@/server/domain/geo";

/** One who says he is there works on for so long, whatever his hours are. */
const AVAILABLE_SECONDS = 8 * 3600;
const DAY_SECONDS = 86_400;
/** Beyond the next midnight no shift reaches further. */
const LATEST_SECONDS = 2 * DAY_SECONDS;
/** Less than this is no shift. */
const SHORTEST_SECONDS = 15 * 60;

export interface DriverHours {
  /** Wall-clock seconds of the day. */
  readonly shiftFromSeconds: number;
  readonly shiftToSeconds: number;
  readonly availability: DriverAvailability;
  /** Null: he has never said anything. */
  readonly availabilityAt: Date | null;
}

export interface Shift {
  readonly shiftFromSeconds: number;
  readonly shiftToSeconds: number;
}

/**
 * When a driver may work on a day, at a moment of it (seconds from its midnight; negative before it). Who says that he is
 * there works from now on for some hours, whatever his own are; who has said that he is not, not on the day he said it
 * for. Nobody works in the past: undefined where nothing is left of his day.
 */
export function shiftOn(driver: DriverHours, nowSeconds: number): Shift | undefined {
  const now = Math.ceil(nowSeconds / 60) * 60;
  const isThere = driver.availability === "available" || driver.availability === "on_shift";
  const isToday = now >= 0 && now < DAY_SECONDS;
  if (isToday && driver.availability === "offline" && driver.availabilityAt) return undefined;
  let { shiftFromSeconds: from, shiftToSeconds: to } = driver;
  if (isThere && now < DAY_SECONDS && now + AVAILABLE_SECONDS > 0) {
    from = Math.min(from, Math.max(0, now));
    to = Math.max(to, Math.min(LATEST_SECONDS, now + AVAILABLE_SECONDS));
  }
  from = Math.max(from, now);
  return to - from < SHORTEST_SECONDS ? undefined : { shiftFromSeconds: from, shiftToSeconds: to };
}

const startLocationSchema = z.object({
  lat: z.number().min(-90).max(90),
  lon: z.number().min(-180).max(180),
});

/** A place a driver is known to start at, and when he was seen there. */
export interface DriverStart {
  readonly depotId: string | null;
  readonly metadata: Readonly<Record<string, unknown>>;
  /** Where he was last seen, not long ago. */
  readonly seenAt: LatLng | null;
}

/** `first-stop`: nobody knows, so his route starts where its first stop is. */
export type RouteStart =
  | { readonly kind: "depot"; readonly depotId: string }
  | { readonly kind: "place"; readonly position: LatLng }
  | { readonly kind: "first-stop" };

/**
 * Where a driver's route starts: at a depot of his own; else where he was last seen, where whoever made him said he
 * starts, at the house's depot, at his first stop.
 */
export function startOf({ depotId, metadata, seenAt }: DriverStart, defaultDepotId: string | null): RouteStart {
  const said = startLocationSchema.safeParse(metadata.start_location).data;
  if (depotId !== null && (depotId !== defaultDepotId || !said)) return { kind: "depot", depotId };
  if (depotId === null && seenAt) return { kind: "place", position: seenAt };
  if (said) return { kind: "place", position: { lat: said.lat, lng: said.lon } };
  return defaultDepotId === null ? { kind: "first-stop" } : { kind: "depot", depotId: defaultDepotId };
}
