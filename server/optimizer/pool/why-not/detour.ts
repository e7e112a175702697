import type { TimeWindow, TravelMatrix } from "@/server/domain/plan/routing-problem";
import { NO_WAY_SECONDS } from "../../checker/rules/reachability";
import type { CandidateStop } from "./candidate";
import type { RouteGap } from "./route-gaps";

/** The way from in front of a gap over some stops to what is behind it, as early as it can be. */
export class Detour {
  /** When the vehicle is behind the gap, checked in. */
  ready = 0;
  /** Driven more than over the gap alone, and time for check-in and service on top. */
  seconds = 0;
  meters = 0;
  busySeconds = 0;
  /** How much too late the latest of the stops, and of the breaks behind them, begins. */
  lateSeconds = 0;
  breakLateSeconds = 0;
  private at = 0;

  constructor(private readonly matrix: TravelMatrix) {}

  /** False if there is no way. */
  drive(gap: RouteGap, stops: readonly CandidateStop[], departs = gap.departs): boolean {
    this.ready = departs;
    this.seconds = -gap.legSeconds;
    this.meters = -gap.legMeters;
    this.busySeconds = 0;
    this.lateSeconds = 0;
    this.breakLateSeconds = 0;
    this.at = gap.from;
    for (let i = 0; i < stops.length; i++) if (!this.serve(stops[i]!)) return false;
    for (let i = 0; i < gap.breaks.length; i++) {
      const { fromSeconds, toSeconds, durationSeconds } = gap.breaks[i]!;
      this.breakLateSeconds = Math.max(this.breakLateSeconds, this.ready - toSeconds);
      this.ready = Math.max(this.ready, fromSeconds) + durationSeconds;
    }
    if (gap.to < 0) return true;
    const isThere = this.at === gap.to;
    if (!this.travel(gap.to)) return false;
    if (!isThere) this.ready += gap.checkInSeconds;
    return true;
  }

  private serve(stop: CandidateStop): boolean {
    const isThere = this.at === stop.location;
    if (!this.travel(stop.location)) return false;
    const checkIn = isThere ? 0 : stop.checkInSeconds;
    this.ready += checkIn;
    this.busySeconds += checkIn + stop.serviceSeconds;
    this.lateSeconds = Math.max(this.lateSeconds, latenessAt(stop.windows, this.ready));
    this.ready = startIn(stop.windows, this.ready) + stop.serviceSeconds;
    return true;
  }

  private travel(to: number): boolean {
    const leg = this.at * this.matrix.size + to;
    const driven = this.matrix.durationSeconds[leg]!;
    this.seconds += driven;
    this.meters += this.matrix.distanceMeters[leg]!;
    this.ready += driven;
    this.at = to;
    return driven >= 0 && driven < NO_WAY_SECONDS && this.matrix.distanceMeters[leg]! >= 0;
  }
}

/** When service starts for who is ready then: in the first window still open, at once if there is none. */
export function startIn(windows: readonly TimeWindow[], ready: number): number {
  for (let i = 0; i < windows.length; i++) {
    const { fromSeconds, toSeconds } = windows[i]!;
    if (ready <= toSeconds) return ready > fromSeconds ? ready : fromSeconds;
  }
  return ready;
}

/** Seconds after the last window's end; 0 in time. */
export function latenessAt(windows: readonly TimeWindow[], ready: number): number {
  const last = windows[windows.length - 1];
  return last ? Math.max(0, ready - last.toSeconds) : Number.MAX_SAFE_INTEGER;
}
