import type { RoutingVehicle } from "./routing-problem";

type Emitting = Pick<RoutingVehicle, "emissionGramsPerKm">;

/** CO₂ of a way, in whole grams; null: nobody has said what the vehicle emits. */
export function emissionsGrams({ emissionGramsPerKm }: Emitting, distanceMeters: number): number | null {
  return emissionGramsPerKm === undefined ? null : Math.round((distanceMeters * emissionGramsPerKm) / 1000);
}

/** The sum; null where it is of any part unknown, since what is left would look like all. */
export function sumEmissions(parts: readonly (number | null)[]): number | null {
  return parts.reduce((sum, part) => (sum === null || part === null ? null : sum + part), 0);
}

/** Whether emissions are of interest on this day: what some vehicle of it emits has been said. */
export function tellsEmissions(routes: readonly { readonly rules: Emitting }[]): boolean {
  return routes.some(({ rules }) => rules.emissionGramsPerKm !== undefined);
}
