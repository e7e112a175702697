import type { StopRun } from "@/server/domain/execution/run-state";
import type { SheetStop } from "@/server/domain/plan/route-sheet";

/** One stop with its number on the sheet and what has happened there. */
export interface DayStop {
  readonly stop: SheetStop;
  readonly number: number;
  readonly run: StopRun;
}

/** Neighbouring stops at one door, which are served in one go. */
export interface Door {
  /** The first stop's visit. */
  readonly key: string;
  readonly stops: readonly DayStop[];
}

/** True while nothing has been said of how it ended. */
export function isOpen({ run }: DayStop): boolean {
  return run.completion === null;
}

/** True while the driver has to load before he heads for a door. */
export function loadsFirst({ stops: [first] }: Door): boolean {
  return first!.stop.reload !== undefined && first!.run.status === "planned" && isOpen(first!);
}

/** The stops of a route, neighbours at the same door put together while they are in the same state. */
export function groupDoors(stops: readonly DayStop[]): Door[] {
  const doors: { key: string; stops: DayStop[] }[] = [];
  for (const each of stops) {
    const last = doors.at(-1);
    if (last && isSameDoor(last.stops[0]!, each)) last.stops.push(each);
    else doors.push({ key: each.stop.visitId, stops: [each] });
  }
  return doors;
}

/** Tasks are answered once for all parcels of a door, so they must be the same; a PIN is one recipient's own. */
function isSameDoor(a: DayStop, b: DayStop): boolean {
  const [one, other] = [a.stop, b.stop];
  if (other.reload) return false;
  if (isOpen(a) !== isOpen(b) || a.run.completion?.opId !== b.run.completion?.opId) return false;
  if (!one.place.street || one.isTask !== other.isTask || one.role !== other.role) return false;
  if (addressOf(one) !== addressOf(other)) return false;
  if (one.tasks.some(({ kind }) => kind === "pin")) return false;
  return JSON.stringify(one.tasks) === JSON.stringify(other.tasks);
}

function addressOf({ place }: SheetStop): string {
  return `${place.street}\n${place.town}`.toLowerCase().replaceAll(/[\s,.]+/g, " ");
}
