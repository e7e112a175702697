import type { DriverOp } from "@/server/domain/execution/driver-op";
import type { WireDriverOp } from "@/server/domain/execution/driver-run";
import { foldOps } from "@/server/domain/execution/fold-ops";
import { type RouteRun, untouchedStop } from "@/server/domain/execution/run-state";
import type { RouteSheet } from "@/server/domain/plan/route-sheet";
import type { KeptAct } from "../store/kept";
import { type Door, groupDoors, isOpen } from "./group-doors";

/** How far a driver's day has come. `served`: every stop has an outcome, and the route is not finished yet. */
export type DayPhase = "offered" | "declined" | "accepted" | "started" | "served" | "finished" | "checked-out";

/** A route as its driver sees it: the plan and all that was done, whether the server has heard of it or not. */
export interface Day {
  readonly phase: DayPhase;
  readonly run: RouteRun;
  readonly doors: readonly Door[];
  /** Where to go now: where the driver stands, else where he is heading, else the first that is open. */
  readonly next: Door | null;
  readonly stopCount: number;
  readonly servedCount: number;
  /** Null unless a break lasts. */
  readonly onBreakSinceMs: number | null;
}

/**
 * Puts the server's acts and the device's own together on the sheet; refused acts count for nothing. The server has put
 * the times of its acts right, so those of the others are put right by as much.
 */
export function dayOf(
  sheet: RouteSheet,
  known: readonly WireDriverOp[],
  kept: readonly KeptAct[],
  skewSeconds = 0,
): Day {
  const waiting = kept.filter(({ refusal }) => refusal === null).map(({ act }) => dated(act, skewSeconds * 1000));
  const byId = new Map([...waiting, ...known.map((act) => dated(act, 0))].map((act) => [act.opId, act]));
  const run = foldOps(byId.values());
  const stops = sheet.stops.map((stop, index) => ({
    stop,
    number: index + 1,
    run: run.stops.get(stop.visitId) ?? untouchedStop(stop.visitId),
  }));
  const doors = groupDoors(stops);
  const open = doors.filter((door) => door.stops.some(isOpen));
  const at = (status: string) => open.find((door) => door.stops.some((each) => each.run.status === status));
  return {
    phase: phaseOf(run, open.length > 0),
    run,
    doors,
    next: at("arrived") ?? at("enroute") ?? open[0] ?? null,
    stopCount: stops.length,
    servedCount: stops.filter((each) => !isOpen(each)).length,
    onBreakSinceMs: run.breaks.find(({ toMs }) => toMs === null)?.fromMs ?? null,
  };
}

function phaseOf(run: RouteRun, hasOpen: boolean): DayPhase {
  if (run.checkedOutAtMs !== null) return "checked-out";
  if (run.finishedAtMs !== null) return "finished";
  if (run.startedAtMs !== null) return hasOpen ? "started" : "served";
  if (run.answer === "declined") return "declined";
  return run.answer === "accepted" ? "accepted" : "offered";
}

function dated(act: WireDriverOp, skewMs: number): DriverOp {
  return { ...act, occurredAt: new Date(Date.parse(act.occurredAt) + skewMs) } as DriverOp;
}
