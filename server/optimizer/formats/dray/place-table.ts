import type { LatLng } from "@/server/domain/geo";
import type { DrayInput, DrayPlace } from "./dray-problem-schema";

/** Which row of the matrices each place of a file is; positions given in passing get rows of their own. */
export class PlaceTable {
  private readonly rowOfId: ReadonlyMap<string, number>;
  private readonly rowOfPosition = new Map<string, number>();
  private readonly positions: Partial<LatLng>[];

  constructor({ locations = [] }: DrayInput) {
    this.rowOfId = new Map(locations.map((location, row) => [location.id, row]));
    this.positions = locations.map(({ lat, lng }) => ({
      ...(lat !== undefined && { lat }),
      ...(lng !== undefined && { lng }),
    }));
  }

  /** The file's references must have been checked. */
  rowOf(place: DrayPlace): number {
    if (typeof place === "number") return place;
    if (typeof place === "string") return this.rowOfId.get(place)!;
    const key = `${place.lat},${place.lng}`;
    const known = this.rowOfPosition.get(key);
    if (known !== undefined) return known;
    this.rowOfPosition.set(key, this.positions.length);
    return this.positions.push(place) - 1;
  }

  /** Where every row is; complete wherever travel is estimated. */
  allPositions(): readonly LatLng[] {
    return this.positions as LatLng[];
  }
}
