import "server-only";
import type { Tx } from "@/db/client";
import { findDepot } from "@/db/queries/depot/find-depots";
import type { LatLng } from "@/server/domain/geo";

/** Where goods without a pickup of their own are fetched: at the home project's usual depot; null: nobody knows. */
export async function goodsFrom(
  tx: Tx,
  organizationId: string,
  home: { readonly defaultDepotId: string | null } | undefined,
): Promise<LatLng | null> {
  const depot = home?.defaultDepotId ? await findDepot(tx, organizationId, home.defaultDepotId) : undefined;
  return depot && depot.lat !== null && depot.lng !== null ? { lat: depot.lat, lng: depot.lng } : null;
}
