import type { RoutingProblem } from "@/server/domain/plan/routing-problem";

/**
 * What a route or plan costs, by what it is paid for. In cents, but not in whole ones: only the sum of a whole plan is
 * rounded, so that its parts add up.
 */
export interface Money {
  readonly fixedCents: number;
  readonly distanceCents: number;
  readonly timeCents: number;
  readonly overtimeCents: number;
  readonly carbonCents: number;
}

/** Money as whole numbers of a small unit, so that it adds up exactly in any order. */
export interface MoneyUnits {
  readonly fixed: number;
  readonly distance: number;
  readonly time: number;
  readonly overtime: number;
  readonly carbon: number;
}

/**
 * A share of a cent of which a metre, a second and a milligram of CO₂ all cost a whole number. Parts of a cent or of a gram
 * per kilometre are rounded to it by the metre, as the search rounds them.
 */
const UNITS_PER_CENT = 18_000_000;
const METERS_PER_KM = 1000;
const SECONDS_PER_HOUR = 3600;
const MILLIGRAMS_PER_KG = 1_000_000;

export interface Consumption {
  readonly distanceMeters: number;
  readonly workSeconds: number;
  readonly overtimeSeconds: number;
}

/** What a used vehicle costs. */
export function routeMoney(problem: RoutingProblem, vehicle: number, used: Consumption): MoneyUnits {
  const { fixedCostCents, costPerKmCents, costPerHourCents, overtime, emissionGramsPerKm, done } =
    problem.vehicles[vehicle]!;
  const perMeter = UNITS_PER_CENT / METERS_PER_KM;
  const perSecond = UNITS_PER_CENT / SECONDS_PER_HOUR;
  // A gram per kilometre is a milligram per metre.
  const carbonPerMeter = (emissionGramsPerKm ?? 0) * (problem.objective.carbonCentsPerKg ?? 0);
  return {
    fixed: done ? 0 : fixedCostCents * UNITS_PER_CENT,
    distance: used.distanceMeters * Math.round(costPerKmCents * perMeter),
    time: used.workSeconds * costPerHourCents * perSecond,
    overtime: used.overtimeSeconds * (overtime?.costPerHourCents ?? 0) * perSecond,
    carbon: used.distanceMeters * Math.round(carbonPerMeter * (UNITS_PER_CENT / MILLIGRAMS_PER_KG)),
  };
}

export const NO_MONEY: MoneyUnits = { fixed: 0, distance: 0, time: 0, overtime: 0, carbon: 0 };

export function addMoney(a: MoneyUnits, b: MoneyUnits): MoneyUnits {
  return {
    fixed: a.fixed + b.fixed,
    distance: a.distance + b.distance,
    time: a.time + b.time,
    overtime: a.overtime + b.overtime,
    carbon: a.carbon + b.carbon,
  };
}

export function moneyInCents(units: MoneyUnits): Money {
  return {
    fixedCents: units.fixed / UNITS_PER_CENT,
    distanceCents: units.distance / UNITS_PER_CENT,
    timeCents: units.time / UNITS_PER_CENT,
    overtimeCents: units.overtime / UNITS_PER_CENT,
    carbonCents: units.carbon / UNITS_PER_CENT,
  };
}

export function totalCents({ fixed, distance, time, overtime, carbon }: MoneyUnits): number {
  return Math.round((fixed + distance + time + overtime + carbon) / UNITS_PER_CENT);
}
