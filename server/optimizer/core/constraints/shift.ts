import type { CoreProblem } from "../problem/core-problem";
import { UNLIMITED } from "../problem/problem-input";
import type { RouteState } from "../state/route-state";
import type { Rule } from "./rule";

/**
 * Departure and return inside the shift and the overtime after it. The sentinels' windows are the shift, so `time-windows` decides every place;
 * here vehicles are refused outright whose shift and the visit's windows would not meet even without any travel.
 */
export function compileShift(problem: CoreProblem, state: RouteState): Rule | undefined {
  const { jobs, vehicleCount, visitCount } = problem;
  const meets = new Uint8Array(visitCount * vehicleCount).fill(1);
  let refusesAny = false;
  for (const job of jobs) {
    for (let vehicle = 0; vehicle < vehicleCount; vehicle++) {
      if (meetsShift(problem, state, job, vehicle)) continue;
      meets[job * vehicleCount + vehicle] = 0;
      refusesAny = true;
    }
  }
  if (!refusesAny) return undefined;
  return { name: "shift", admits: (job, route) => meets[job * vehicleCount + route] === 1 };
}

function meetsShift(problem: CoreProblem, state: RouteState, job: number, vehicle: number): boolean {
  const { partner, service, input } = problem;
  let time = state.schedule.startAt(job, input.shiftFrom[vehicle]);
  if (time === UNLIMITED) return false;
  time += service[job];
  if (partner[job] >= 0) {
    time = state.schedule.startAt(partner[job], time);
    if (time === UNLIMITED) return false;
    time += service[partner[job]];
  }
  return time <= input.shiftTo[vehicle] + input.overtimeSeconds[vehicle];
}
