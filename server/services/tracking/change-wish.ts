import "server-only";
import { findActDoor, findWish, putWish } from "@/db/queries/tracking/customer-acts";
import { MOST_WISH_CHANGES } from "@/server/domain/tracking/customer-act";
import { type CustomerWish, isSameWish, NO_WISH } from "@/server/domain/tracking/customer-wish";
import { type CommandScope, changed, type Outcome, unchanged } from "../kernel/command";
import { found } from "../kernel/service-error";
import { type ActDoorKey, actRefused, judgeAct } from "./judge-act";

/**
 * Changes a part of what a customer asks for at his door. The same again changes nothing, and neither does it count. The
 * entry in the log is what the device of a driver on the road hears of.
 */
export async function changeWish(
  scope: CommandScope<unknown>,
  door: ActDoorKey,
  act: "instructions" | "safe-place",
  part: Partial<CustomerWish>,
): Promise<Outcome<null>> {
  const {
    tx,
    actor: { organizationId },
    now,
  } = scope;
  const { refusal } = await judgeAct(scope, door, act);
  if (refusal) throw actRefused(refusal);
  const row = await findWish(tx, organizationId, door.visitId);
  const before: CustomerWish = row ? wishOf(row) : NO_WISH;
  const after = { ...before, ...part };
  if (isSameWish(before, after)) return unchanged(null);
  if ((row?.changes ?? 0) >= MOST_WISH_CHANGES) throw actRefused("too-often");
  await putWish(tx, organizationId, door.visitId, after, now);
  const { deliveryId, planId } = found(await findActDoor(tx, organizationId, door.visitId), "stop");
  return changed(null, [
    {
      type: act === "instructions" ? "delivery.instructed" : "delivery.safe-place-named",
      entity: "delivery",
      entityId: deliveryId,
      ...(planId && { planId }),
      data: { visitId: door.visitId },
      before: { ...before },
      after,
    },
  ]);
}

function wishOf({ instructions, safePlace, safePlaceDetail }: CustomerWish): CustomerWish {
  return { instructions, safePlace, safePlaceDetail };
}
