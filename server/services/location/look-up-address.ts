import "server-only";
import { z } from "zod";
import { findPins } from "@/db/queries/location/find-pins";
import { addressKey } from "@/server/domain/address/address-key";
import { addressSchema } from "@/server/domain/order/delivery-schema";
import type { GeocodeCandidate, GeocodeResult } from "@/server/ports/geocoder";
import { query } from "../kernel/query";
import { type GeocodingVerdict, judgeGeocoding } from "./judge-geocoding";

export interface AddressLookUp {
  /** `unavailable`: nobody who may know it answers right now. */
  readonly verdict: GeocodingVerdict | "unavailable";
  /** Best first. */
  readonly candidates: readonly GeocodeCandidate[];
}

/** Where an address is: a person's pin before any geocoder. Nothing is kept. */
export const lookUpAddress = query({
  permission: "order.read",
  input: z.object({ address: addressSchema }),
  prepare: async ({ actor, ports, read }, { address }): Promise<AddressLookUp> => {
    const { organizationId } = actor;
    const key = addressKey(address);
    const pin = (await read((tx) => findPins(tx, organizationId, [key]))).get(key);
    const label = [address.street, address.postcode, address.city].filter((part) => part !== "").join(", ");
    if (pin) return { verdict: "found", candidates: [{ position: pin, confidence: "exact", label, score: 1 }] };
    try {
      let isUnheard = false;
      const onUnheard = () => {
        isUnheard = true;
      };
      const [result] = await (await ports.geocoder(organizationId)).geocode([address], { onUnheard });
      const verdict = isUnheard ? "unavailable" : judgeGeocoding(result as GeocodeResult);
      return { verdict, candidates: result!.candidates };
    } catch {
      // Whoever sends the order decides whether it can wait for its place to be found.
      return { verdict: "unavailable", candidates: [] };
    }
  },
  run: async ({ prepared }) => prepared,
});
