import { type BreakDraft, breakDrafts, readBreaks } from "@/components/lib/breaks/break-draft";
import type { DriverBreak } from "@/server/domain/driver/driver-break";
import { sameJson } from "@/server/domain/order/merge-draft";
import type { BoardRoute } from "@/server/domain/plan/plan-board";
import type { ChosenDriver, DriverItem, FleetItems } from "./day-driver";

/** One line of the dialog: may be incomplete until a vehicle and a depot are named. */
export interface DriverChoice {
  readonly driver: DriverItem;
  readonly isChosen: boolean;
  readonly vehicleId: string | null;
  readonly depotId: string | null;
  readonly shiftFromSeconds: number;
  readonly shiftToSeconds: number;
  readonly breaks: readonly BreakDraft[];
  /** The route the driver has already; with stops on it the driver cannot be taken off. */
  readonly stopCount: number;
}

/**
 * The drivers with what the day has for them already, else what they usually drive. `wall` is what a clock shows so many
 * seconds after the day's midnight.
 */
export function draftChoices(
  fleet: FleetItems,
  routes: readonly BoardRoute[],
  wall: (elapsedSeconds: number) => number,
): DriverChoice[] {
  const routeOf = new Map(routes.map((route) => [route.driver.id, route]));
  const onlyDepot = fleet.depots.length > 0 ? fleet.depots[0]!.id : null;
  return fleet.drivers.map((driver) => {
    const route = routeOf.get(driver.id);
    return {
      driver,
      isChosen: route !== undefined,
      vehicleId: route?.vehicle.id ?? driver.vehicleId,
      depotId: route?.start.id ?? driver.depotId ?? onlyDepot,
      shiftFromSeconds: driver.shiftFromSeconds,
      shiftToSeconds: driver.shiftToSeconds,
      breaks: breakDrafts(route ? breaksOf(route, wall) : driver.breaks),
      stopCount: route?.stops.length ?? 0,
    };
  });
}

function breaksOf({ rules }: BoardRoute, wall: (elapsedSeconds: number) => number): DriverBreak[] {
  return (rules.breaks ?? []).map(({ fromSeconds, toSeconds, durationSeconds }) => ({
    fromSeconds: wall(fromSeconds),
    toSeconds: wall(toSeconds),
    durationSeconds,
  }));
}

export type ChoiceProblem = "no-vehicle" | "no-depot" | "shift" | "breaks" | "vehicle-twice";

/** What keeps a chosen driver from driving, by driver. */
export function choiceProblems(choices: readonly DriverChoice[]): ReadonlyMap<string, ChoiceProblem> {
  const problems = new Map<string, ChoiceProblem>();
  const taken = new Set<string>();
  for (const { driver, isChosen, vehicleId, depotId, shiftFromSeconds, shiftToSeconds, breaks } of choices) {
    if (!isChosen) continue;
    if (vehicleId === null) problems.set(driver.id, "no-vehicle");
    else if (taken.has(vehicleId)) problems.set(driver.id, "vehicle-twice");
    else if (depotId === null) problems.set(driver.id, "no-depot");
    else if (shiftToSeconds <= shiftFromSeconds) problems.set(driver.id, "shift");
    else if (!readBreaks(breaks, { fromSeconds: shiftFromSeconds, toSeconds: shiftToSeconds }))
      problems.set(driver.id, "breaks");
    if (vehicleId !== null) taken.add(vehicleId);
  }
  return problems;
}

/** Gives a driver who has none a vehicle nobody else drives. */
export function withFreeVehicle(choices: readonly DriverChoice[], driverId: string, fleet: FleetItems): string | null {
  const mine = choices.find((choice) => choice.driver.id === driverId);
  const taken = new Set(
    choices.filter((choice) => choice.isChosen && choice.driver.id !== driverId).map((choice) => choice.vehicleId),
  );
  if (mine?.vehicleId && !taken.has(mine.vehicleId)) return mine.vehicleId;
  const usual = new Set(fleet.drivers.map((driver) => driver.vehicleId));
  const free = fleet.vehicles.filter((vehicle) => !taken.has(vehicle.id));
  return (free.find((vehicle) => !usual.has(vehicle.id)) ?? free[0])?.id ?? null;
}

/** What to ask for: only what differs from what each driver had, so that nothing else of the day is overwritten. */
export function chosenDrivers(choices: readonly DriverChoice[], before: readonly DriverChoice[]): ChosenDriver[] {
  const known = new Map(before.map((choice) => [choice.driver.id, choice]));
  return choices.flatMap((choice): ChosenDriver[] => {
    const { driver, isChosen, vehicleId, depotId, shiftFromSeconds, shiftToSeconds } = choice;
    if (!isChosen || vehicleId === null || depotId === null) return [];
    const old = known.get(driver.id);
    const isNew = !old?.isChosen;
    return [
      {
        driverId: driver.id,
        ...((isNew || old.vehicleId !== vehicleId) && { vehicleId }),
        ...((isNew || old.depotId !== depotId) && { startDepotId: depotId }),
        ...(old?.depotId !== depotId && { endDepotId: depotId }),
        ...(old?.shiftFromSeconds !== shiftFromSeconds && { shiftFromSeconds }),
        ...(old?.shiftToSeconds !== shiftToSeconds && { shiftToSeconds }),
        ...(old?.breaks !== choice.breaks && { breaks: breaksToAsk(choice) }),
      },
    ];
  });
}

/** Breaks that are the driver's usual ones follow him when those change. */
function breaksToAsk({ driver, breaks, shiftFromSeconds, shiftToSeconds }: DriverChoice): DriverBreak[] | null {
  const read = readBreaks(breaks, { fromSeconds: shiftFromSeconds, toSeconds: shiftToSeconds }) ?? [];
  return sameJson(read, driver.breaks) ? null : read;
}
