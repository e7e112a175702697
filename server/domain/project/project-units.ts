/** In which units a project shows distances and weights; `local`: as is customary in its country. */
export const PROJECT_UNITS = ["local", "metric", "imperial"] as const;
export type ProjectUnits = (typeof PROJECT_UNITS)[number];

const MILES = new Set(["US", "GB", "LR", "MM"]);
const POUNDS = new Set(["US", "LR", "MM"]);

/** In what roads are measured there, `country` (ISO 3166-1 alpha-2) deciding where nobody has chosen. */
export function distanceUnitOf(units: ProjectUnits, country: string): "km" | "mi" {
  if (units === "local") return MILES.has(country) ? "mi" : "km";
  return units === "imperial" ? "mi" : "km";
}

/** In what goods are weighed there. */
export function weightUnitOf(units: ProjectUnits, country: string): "kg" | "lb" {
  if (units === "local") return POUNDS.has(country) ? "lb" : "kg";
  return units === "imperial" ? "lb" : "kg";
}
