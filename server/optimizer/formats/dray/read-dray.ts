import { InvalidRoutingProblemError } from "@/server/domain/plan/problem-fault";
import type { RoutingObjective, RoutingProblem } from "@/server/domain/plan/routing-problem";
import { FormatError } from "../format-error";
import { checkReferences } from "./check-references";
import { checkTimes } from "./check-times";
import { checkTravel } from "./check-travel";
import { type DrayInput, drayProblemSchema } from "./dray-problem-schema";
import { checkVehicleDays, drayVehicles } from "./dray-vehicles";
import { drayVisits } from "./dray-visits";
import { PlaceTable } from "./place-table";
import { faultList, rawFile } from "./raw-file";
import { schemaFaults } from "./schema-faults";
import { travelMatrices } from "./travel-matrices";
import { type VehicleDay, vehicleDays } from "./vehicle-days";

/** A dray file, and the question it puts to the optimizer: visits in the file's order, vehicles by the day. */
export interface DrayProblem {
  readonly input: DrayInput;
  readonly problem: RoutingProblem;
  readonly vehicleDays: readonly VehicleDay[];
}

/**
 * Reads a dray file. Throws `FormatError` where it is no JSON, and `InvalidRoutingProblemError` with every fault there
 * is to be found in it.
 */
export function readDray(text: string): DrayProblem {
  const file = parseJson(text);
  const parsed = drayProblemSchema.safeParse(file);
  const { faults, report } = faultList();
  if (!parsed.success) faults.push(...schemaFaults(parsed.error.issues, file));
  const raw = rawFile(file);
  checkReferences(raw, report);
  checkTimes(raw, report);
  checkTravel(raw, report);
  if (!parsed.success || faults.length > 0) throw new InvalidRoutingProblemError(faults);
  return askOptimizer(parsed.data);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new FormatError(`is no JSON: ${(error as Error).message.replaceAll(/\s+/g, " ")}`);
  }
}

function askOptimizer(input: DrayInput): DrayProblem {
  const days = vehicleDays(input);
  const { faults, report } = faultList();
  checkVehicleDays(input, days, report);
  if (faults.length > 0) throw new InvalidRoutingProblemError(faults);
  const places = new PlaceTable(input);
  const visits = drayVisits(input, places, days);
  const vehicles = drayVehicles(input, places, days);
  const indexOf = new Map(input.visits.map((visit, i) => [visit.id, i]));
  const problem: RoutingProblem = {
    visits,
    vehicles,
    matrices: travelMatrices(input.profiles, places.allPositions()),
    objective: objectiveOf(input),
    initialRoutes: days.map((day) => (input.vehicles[day.vehicle]!.route ?? []).map((id) => indexOf.get(id)!)),
  };
  return { input, problem, vehicleDays: days };
}

function objectiveOf({ objective }: DrayInput): RoutingObjective {
  const { goal, carbonCentsPerKg, balance, clustering } = objective;
  return {
    goal,
    ...(carbonCentsPerKg !== undefined && { carbonCentsPerKg }),
    ...(balance && { balance }),
    ...(clustering !== undefined && { clustering }),
  };
}
