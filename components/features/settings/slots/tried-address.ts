import type { LatLng } from "@/server/domain/geo";

/** For what slots are asked, and the order they are for, if it is there already. */
export interface TriedAddress {
  readonly postcode: string;
  readonly position?: LatLng | undefined;
  readonly level: string | null;
  readonly order: {
    readonly id: string;
    readonly number: string;
    readonly postcode: string;
    readonly position?: LatLng | undefined;
  } | null;
}
