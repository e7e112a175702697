import type { LatLng } from "@/server/domain/geo";

/** Best first. `exact`: the door; `interpolated`: between two doors of the street; then only the street, the town, nothing. */
export const GEOCODE_CONFIDENCES = ["exact", "interpolated", "street", "city", "none"] as const;
export type GeocodeConfidence = (typeof GEOCODE_CONFIDENCES)[number];

export interface AddressQuery {
  /** Street and house number as written by the sender ("Bredgade 74, 2. tv"). */
  readonly street: string;
  readonly postcode?: string;
  readonly city?: string;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
}

export interface GeocodeCandidate {
  readonly position: LatLng;
  readonly confidence: Exclude<GeocodeConfidence, "none">;
  /** The address the source found, for a person to compare. */
  readonly label: string;
  /** 0..1, how well the texts match. */
  readonly score: number;
}

export interface GeocodeResult {
  readonly confidence: GeocodeConfidence;
  /** Best first, at most five. Empty exactly when the confidence is `none`. */
  readonly candidates: readonly GeocodeCandidate[];
}

export interface GeocodeOptions {
  readonly signal?: AbortSignal;
  /** Told by a chain which of its sources the answer to a query is from. */
  readonly onAnswer?: (index: number, source: string) => void;
  /**
   * Told of the queries nobody answered who may know them by tomorrow: their results say nothing. Where it is absent, such
   * a query fails the whole call; where it is there, an abort ends the call with what has been answered until then.
   */
  readonly onUnheard?: (index: number) => void;
}

/** Turns addresses into positions. One result per query, in order; a source that fails throws, it never invents. */
export interface GeocoderPort {
  /** Shown to people and stored with the position ("address-book", "nominatim"). */
  readonly source: string;
  /** Jobs ask it about so many at a time: it is not known to be quick. Absent: as they like. */
  readonly mostAtOnce?: number;
  geocode(queries: readonly AddressQuery[], options?: GeocodeOptions): Promise<readonly GeocodeResult[]>;
}
