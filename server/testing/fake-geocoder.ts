import type { AddressQuery, GeocodeResult, GeocoderPort } from "@/server/ports/geocoder";

/** Knows the streets it was told, by the text of the query's street; anything else is `none`. */
export class FakeGeocoder implements GeocoderPort {
  readonly asked: AddressQuery[] = [];
  /** Set to make every call fail. */
  failure: Error | undefined;

  constructor(
    private readonly known: Readonly<Record<string, GeocodeResult>> = {},
    readonly source = "fake",
  ) {}

  async geocode(queries: readonly AddressQuery[], { signal }: { signal?: AbortSignal } = {}): Promise<GeocodeResult[]> {
    signal?.throwIfAborted();
    this.asked.push(...queries);
    if (this.failure) throw this.failure;
    return queries.map(({ street }) => this.known[street] ?? { confidence: "none", candidates: [] });
  }
}
