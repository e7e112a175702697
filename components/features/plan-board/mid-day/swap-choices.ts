import { isOpenToChange, type PlanBoard } from "@/server/domain/plan/plan-board";
import type { DriverItem } from "../choose-drivers/day-driver";

/** Somebody who may take a route; with a route of his own, the two exchange. */
export interface SwapChoice {
  readonly driverId: string;
  readonly driverName: string;
  /** Null: he is not on the day. */
  readonly routeNumber: number | null;
  readonly stops: number;
}

/** Everybody who may take a route, who has least to give for it first. Whoever has finished his own is past taking one. */
export function swapChoices(board: PlanBoard, routeId: string, drivers: readonly DriverItem[]): SwapChoice[] {
  const own = board.routes.find(({ id }) => id === routeId)?.driver.id;
  const onDay = new Set(board.routes.map(({ driver }) => driver.id));
  const free = drivers.flatMap(({ id, name }): SwapChoice[] =>
    onDay.has(id) ? [] : [{ driverId: id, driverName: name, routeNumber: null, stops: 0 }],
  );
  const others = board.routes.flatMap(({ driver, number, stops, status }): SwapChoice[] =>
    driver.id === own || !isOpenToChange(status)
      ? []
      : [{ driverId: driver.id, driverName: driver.name, routeNumber: number, stops: stops.length }],
  );
  const byName = (a: SwapChoice, b: SwapChoice) => a.driverName.localeCompare(b.driverName);
  return [...free.sort(byName), ...others.sort((a, b) => a.stops - b.stops || byName(a, b))];
}
