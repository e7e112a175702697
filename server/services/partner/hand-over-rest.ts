import "server-only";
import { z } from "zod";
import { findDeliveryPolicy } from "@/db/queries/policy/delivery-policies";
import type { TravelProfile } from "@/server/domain/travel/travel-profile";
import { query } from "../kernel/query";
import type { ServiceContext } from "../kernel/service-context";
import { handOverDeliveries } from "./hand-over-deliveries";
import type { HandoverVerdict } from "./run-round";

/**
 * Hands over what found no room on routes of our own, where the organization's policy says so; what no partner takes
 * stays left out.
 */
export async function handOverRest<L extends { readonly deliveryId: string }>(
  services: ServiceContext,
  leftOut: readonly L[],
  vehicleProfile: TravelProfile | null,
): Promise<{ readonly leftOut: readonly L[]; readonly handedOver: readonly HandoverVerdict[] }> {
  const { isOverflow } = leftOut.length > 0 ? await readRouting(services, {}) : { isOverflow: false };
  if (!isOverflow) return { leftOut, handedOver: [] };
  const deliveryIds = leftOut.map(({ deliveryId }) => deliveryId);
  const verdicts = await handOverDeliveries(services, { deliveryIds, vehicleProfile });
  const handedOver = verdicts.filter(({ outcome }) => outcome === "handed-over");
  const taken = new Set(handedOver.map(({ deliveryId }) => deliveryId));
  return { leftOut: leftOut.filter(({ deliveryId }) => !taken.has(deliveryId)), handedOver };
}

const readRouting = query({
  permission: "plan.dispatch",
  input: z.object({}),
  run: async ({ tx, actor }) => (await findDeliveryPolicy(tx, actor.organizationId)).partnerRouting,
});
