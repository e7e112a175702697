import type { DeliveryStatus } from "./delivery-status";

const PLANNED: Readonly<Partial<Record<DeliveryStatus, number>>> = { requested: 0, scheduled: 10, assigned: 20 };
/** From when its driver has set out until he is there. */
const [SET_OUT, THERE] = [30, 95];

/**
 * How far a delivery is on its way, 0–100: a word for each of its states and, while its route is driven, the share of the
 * stops up to its door that are made. What is over is at 100, however it ended.
 */
export function progressPercent(
  status: DeliveryStatus,
  serving: {
    readonly routeStatus: string;
    readonly position: number;
    readonly stopsBefore: number | null;
  } | null,
): number {
  const planned = PLANNED[status];
  const isDriven = serving !== null && serving.routeStatus === "started" && serving.stopsBefore !== null;
  if (isDriven && (status === "assigned" || status === "enroute")) {
    const made = Math.max(0, serving.position - serving.stopsBefore!);
    return Math.round(SET_OUT + ((THERE - SET_OUT) * made) / Math.max(1, serving.position + 1));
  }
  return planned ?? (status === "enroute" ? SET_OUT : 100);
}
