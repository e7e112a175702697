import "server-only";
import type { DeliveryJoin } from "@/db/queries/order/delivery-joins";
import type { DayMoveRefusal } from "@/server/domain/plan/move-service-day";
import type { DecidedDayMoves } from "./move-service-days";

/** As decided, but that deliveries of the day that are joined go together or not at all; what was asked for is answered. */
export function together(
  { verdicts, moved }: DecidedDayMoves,
  joins: readonly DeliveryJoin[],
  askedIds: readonly string[],
): DecidedDayMoves {
  const refusals = new Map(verdicts.map(({ deliveryId, refusal }) => [deliveryId, refusal]));
  for (const { pickupId, dropoffId } of joins) {
    const pair = [pickupId, dropoffId];
    // What is over, or of another day, holds nobody back.
    const holding = pair.map((id) => refusals.get(id) ?? null).find((each) => each && !ELSEWHERE.includes(each));
    if (!holding) continue;
    for (const id of pair) refusals.set(id, refusals.get(id) ?? holding);
  }
  const isAsked = new Set(askedIds);
  const staying = moved.filter(({ order }) => refusals.get(order.id));
  return {
    moved: moved.filter((each) => !staying.includes(each)),
    verdicts: verdicts.flatMap(({ deliveryId }) => {
      const refusal = refusals.get(deliveryId) ?? null;
      return isAsked.has(deliveryId) || refusal === null ? [{ deliveryId, refusal }] : [];
    }),
  };
}

const ELSEWHERE: readonly DayMoveRefusal[] = ["unknown", "closed"];
