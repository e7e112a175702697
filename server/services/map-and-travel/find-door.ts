import "server-only";
import { splitAddressLine } from "@/server/domain/address/split-address-line";
import type { LatLng } from "@/server/domain/geo";
import type { GeocodeConfidence } from "@/server/ports/geocoder";
import type { Ports } from "../kernel/service-context";

/** Where an address was found. */
export interface FoundDoor {
  readonly confidence: GeocodeConfidence;
  /** The address as the geocoder has it; empty where there is none. */
  readonly label: string;
  readonly position: LatLng | null;
  /** Which of those asked has said so; null: nobody knew it. */
  readonly source: string | null;
  readonly milliseconds: number;
  /** None of them answered at all. */
  readonly isUnavailable: boolean;
}

/** Asks the organization's geocoders for an address in one line, as orders are; nothing is kept. */
export async function findDoor(
  ports: Pick<Ports, "geocoder">,
  organizationId: string,
  line: string,
  country: string,
): Promise<FoundDoor> {
  const address = splitAddressLine(line);
  const geocoder = await ports.geocoder(organizationId);
  const begun = performance.now();
  let source: string | null = null;
  const spent = () => Math.round(performance.now() - begun);
  try {
    const onAnswer = (_: number, by: string) => {
      source = by;
    };
    const [result] = await geocoder.geocode([{ ...address, country: address.country || country }], { onAnswer });
    const best = result?.candidates[0];
    return {
      confidence: result?.confidence ?? "none",
      label: best?.label ?? "",
      position: best?.position ?? null,
      source: best ? (source ?? geocoder.source) : null,
      milliseconds: spent(),
      isUnavailable: false,
    };
  } catch {
    const nothing = { confidence: "none", label: "", position: null, source: null } as const;
    return { ...nothing, milliseconds: spent(), isUnavailable: true };
  }
}
