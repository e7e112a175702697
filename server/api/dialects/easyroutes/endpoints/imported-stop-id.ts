import "server-only";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { noSuch } from "@/server/services/kernel/service-error";
import { findOwnDelivery } from "@/server/services/order/find-own-delivery";
import { undress } from "../ids";

/** The delivery an imported stop is, by our id or by its client's own; refuses what is not there. */
export async function deliveryIdOf(services: ServiceContext, name: string): Promise<string> {
  const id = undress("delivery", name);
  const externalId = name.trim();
  if (id === undefined && externalId === "") throw noSuch("delivery");
  return findOwnDelivery(services, id === undefined ? { externalId } : { id });
}
