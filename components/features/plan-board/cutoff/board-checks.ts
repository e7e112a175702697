import type { BoardRoute, PlanBoard } from "@/server/domain/plan/plan-board";

/** A stop that is reached too late as things stand. */
export interface LateStop {
  readonly visitId: string;
  readonly route: BoardRoute;
  readonly index: number;
  readonly lateSeconds: number;
}

/** What a day's routes leave to be settled, as the board has them at this moment. */
export interface BoardChecks {
  readonly unassigned: readonly string[];
  /** Worst first. */
  readonly late: readonly LateStop[];
  /** Routes over their load or past their shift. */
  readonly strained: readonly BoardRoute[];
}

const checksOf = new WeakMap<PlanBoard, BoardChecks>();

/** Reads the checks off the board; remembered for as long as the board is the same. */
export function boardChecks(board: PlanBoard): BoardChecks {
  const known = checksOf.get(board);
  if (known) return known;
  const checks: BoardChecks = {
    unassigned: board.pool,
    late: board.routes.flatMap(lateStopsOf).sort((a, b) => b.lateSeconds - a.lateSeconds),
    strained: board.routes.filter(isStrained),
  };
  checksOf.set(board, checks);
  return checks;
}

function lateStopsOf(route: BoardRoute): LateStop[] {
  if (route.schedule.lateStops === 0) return [];
  return route.schedule.stops.flatMap(({ visitId, breaks }, index) => {
    const late = breaks.find((each) => each.rule === "late");
    return late ? [{ visitId, route, index, lateSeconds: late.seconds }] : [];
  });
}

function isStrained({ schedule }: BoardRoute): boolean {
  const isOverloaded = schedule.stops.some(({ breaks }) => breaks.some(({ rule }) => rule === "capacity"));
  return isOverloaded || schedule.overtimeSeconds > 0;
}
