import { LENGTH_STEPS, RATE_STEPS } from "./kept-numbers";

/** A unit in which numbers are shown and typed. What is kept is SI, whatever stands on the screen. */
export interface ShownUnit {
  /** As it stands beside a number: "mi". */
  readonly unit: string;
  /** How many of the kept unit one of it is. */
  readonly perUnit: number;
  /** Steps in which one of the kept unit is kept; absent: whole ones. */
  readonly steps?: number;
}

/** In what a reader sees and types lengths, weights, and what is counted by them. */
export interface ShownUnits {
  /** Of roads; kept in metres. */
  readonly distance: ShownUnit;
  /** Of what is near; kept in metres, to the decimetre. */
  readonly length: ShownUnit;
  /** Kept in grams. */
  readonly weight: ShownUnit;
  /** Money for each unit of distance; kept in cents per kilometre. */
  readonly moneyPerDistance: ShownUnit;
  /** Money for each unit of weight; kept in cents per kilogram. */
  readonly moneyPerWeight: ShownUnit;
  /** Grams for each unit of distance; kept in grams per kilometre. */
  readonly gramsPerDistance: ShownUnit;
}

const [METERS_PER_KM, METERS_PER_MILE, METERS_PER_FOOT] = [1000, 1609.344, 0.3048];
const [GRAMS_PER_KG, GRAMS_PER_POUND] = [1000, 453.59237];
const LITERS_PER_CUBIC_FOOT = 28.316846592;
/** So few of a load's kept units make no shown one: what is typed would not come back. */
const FEWEST_PER_UNIT = 10;

/** The units of somebody who reads distances and weights in these. */
export function shownUnits(distanceUnit: "km" | "mi", weightUnit: "kg" | "lb"): ShownUnits {
  const [isMiles, isPounds] = [distanceUnit === "mi", weightUnit === "lb"];
  const [meters, grams] = [isMiles ? METERS_PER_MILE : METERS_PER_KM, isPounds ? GRAMS_PER_POUND : GRAMS_PER_KG];
  const kilometers = meters / METERS_PER_KM;
  return {
    distance: { unit: distanceUnit, perUnit: meters },
    length: { unit: isMiles ? "ft" : "m", perUnit: isMiles ? METERS_PER_FOOT : 1, steps: LENGTH_STEPS },
    weight: { unit: weightUnit, perUnit: grams },
    moneyPerDistance: { unit: distanceUnit, perUnit: 100 / kilometers, steps: RATE_STEPS },
    moneyPerWeight: { unit: weightUnit, perUnit: (100 * GRAMS_PER_KG) / grams, steps: RATE_STEPS },
    gramsPerDistance: { unit: distanceUnit, perUnit: 1 / kilometers, steps: RATE_STEPS },
  };
}

/** Metric units of loads as projects write them: kilograms or litres in one of each. */
const KILOGRAMS = new Map([
  ["g", 0.001],
  ["kg", 1],
  ["t", 1000],
]);
const LITERS = new Map([
  ["ml", 0.001],
  ["cl", 0.01],
  ["l", 1],
  ["dm3", 1],
  ["m3", 1000],
]);

/**
 * A project's load dimension as a reader of kilograms or pounds sees it: where it is counted in a metric weight or volume,
 * pounds and cubic feet take their place. Other units stay, and so do those kept too coarsely to be typed in another.
 */
export function shownLoad<D extends ShownUnit>(dimension: D, weightUnit: "kg" | "lb"): D {
  if (weightUnit === "kg") return dimension;
  const metric = dimension.unit.trim().toLowerCase().replace("³", "3");
  const [kilograms, liters] = [KILOGRAMS.get(metric), LITERS.get(metric)];
  const shown = kilograms
    ? { unit: "lb", perUnit: (dimension.perUnit * GRAMS_PER_POUND) / GRAMS_PER_KG / kilograms }
    : liters && { unit: "ft³", perUnit: (dimension.perUnit * LITERS_PER_CUBIC_FOOT) / liters };
  return shown && shown.perUnit >= FEWEST_PER_UNIT ? { ...dimension, ...shown } : dimension;
}
