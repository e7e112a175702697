import "server-only";
import type { LatLng } from "@/server/domain/geo";
import type { Address } from "@/server/domain/order/delivery-schema";
import { authorize } from "../kernel/authorize";
import type { ServiceContext } from "../kernel/service-context";
import { ServiceError } from "../kernel/service-error";

/** Where an address was found, and how sure that is; null where it was not found surely enough to send a van. */
export type LocatedAddress = { readonly position: LatLng; readonly confidence: "exact" | "interpolated" } | null;

/**
 * Looks addresses up at once, while somebody waits: doors, or places between two doors; a street or a town alone is left
 * for a person to decide. Refused as `unavailable` where no geocoder answers.
 */
export async function locateAddresses(
  { actor, ports }: ServiceContext,
  addresses: readonly Address[],
): Promise<readonly LocatedAddress[]> {
  authorize(actor, "order.write");
  if (addresses.length === 0) return [];
  const geocoder = await ports.geocoder(actor.organizationId);
  const results = await geocoder.geocode(addresses).catch(() => {
    const message = "Addresses cannot be looked up at the moment.";
    throw new ServiceError("unavailable", message, { reason: "database-away" });
  });
  return results.map(({ confidence, candidates }) => {
    const isSure = confidence === "exact" || confidence === "interpolated";
    const position = candidates[0]?.position;
    return isSure && position ? { position, confidence } : null;
  });
}
