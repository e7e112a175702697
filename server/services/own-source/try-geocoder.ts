import "server-only";
import { z } from "zod";
import { splitAddressLine } from "@/server/domain/address/split-address-line";
import { type GeocoderSource, geocoderSourceSchema } from "@/server/domain/own-source/own-source";
import type { GeocodeConfidence } from "@/server/ports/geocoder";
import type { Trial } from "@/server/ports/source-trials";
import type { PrepareScope } from "../kernel/command";
import { query } from "../kernel/query";
import { addressLine, countryCode } from "../map-and-travel/try-address";
import { keyFor, keySchema } from "./source-wish";

export const geocoderTrial = z.object({ address: addressLine, country: countryCode });

export interface TriedAddress {
  /** The address as the geocoder has it. */
  readonly label: string;
  readonly confidence: GeocodeConfidence;
}

/** What a geocoder that is not chosen yet makes of an address. Nothing is kept. */
export const tryGeocoder = query({
  permission: "settings.write",
  input: z.object({ source: geocoderSourceSchema, key: keySchema, trial: geocoderTrial }),
  prepare: async (scope, { source, key, trial }) =>
    askGeocoder(scope, source, await keyFor(scope, "geocoder", { source, key }), trial),
  run: async ({ prepared }) => prepared,
});

export async function askGeocoder(
  { ports }: Pick<PrepareScope, "ports">,
  source: GeocoderSource,
  key: string | null,
  { address, country }: z.infer<typeof geocoderTrial>,
): Promise<Trial<TriedAddress>> {
  const asked = splitAddressLine(address);
  const trial = await ports.sourceTrials.geocoder(source, key, { ...asked, country: asked.country || country });
  if (!trial.ok) return trial;
  const { confidence, candidates } = trial.found;
  return { ...trial, found: { label: candidates[0]?.label ?? "", confidence } };
}
