import type { LoadsAlong } from "./loads-along";
import type { RouteSchedule, ScheduleVehicle, ScheduleVisit } from "./route-schedule";
import type { RouteRuleBreak, StopRuleBreak } from "./rule-break";
import type { VisitTime } from "./time-visit";

/** What a route breaks at one of its stops. */
export function stopBreaks(
  vehicle: ScheduleVehicle,
  visits: readonly ScheduleVisit[],
  index: number,
  time: VisitTime,
  loads: LoadsAlong,
): StopRuleBreak[] {
  const visit = visits[index]!;
  const breaks: StopRuleBreak[] = [];
  if (time.late > 0) breaks.push({ rule: "late", seconds: time.late });
  const overtime = time.start + visit.serviceSeconds - vehicle.shift.toSeconds;
  if (overtime > 0) breaks.push({ rule: "shift", seconds: overtime });
  const before = loads.before[index]!;
  for (let d = 0; d < 4; d++) {
    const over = Math.max(before[d]!, loads.after[index]![d]!) - vehicle.capacity[d]!;
    if (over > 0) breaks.push({ rule: "capacity", dimension: d, over });
  }
  for (const skill of visit.skills) {
    if (!vehicle.skills.includes(skill)) breaks.push({ rule: "skill", missing: skill });
  }
  for (const feature of visit.features) {
    if (!vehicle.features.includes(feature)) breaks.push({ rule: "feature", missing: feature });
  }
  if (visit.pairRole) {
    const other = visits.findIndex((v) => v.pairKey === visit.pairKey && v.pairRole !== visit.pairRole);
    if (other < 0) breaks.push({ rule: "pair", reason: "other-route" });
    else if (visit.pairRole === "dropoff" && other > index)
      breaks.push({ rule: "pair", reason: "dropoff-before-pickup" });
  }
  return breaks;
}

type Extent = Pick<RouteSchedule, "distanceMeters" | "driveSeconds" | "overtimeSeconds" | "breakLateSeconds">;

/** What a route breaks as a whole. */
export function routeBreaks(
  vehicle: ScheduleVehicle,
  visitCount: number,
  { distanceMeters, driveSeconds, overtimeSeconds, breakLateSeconds }: Extent,
): RouteRuleBreak[] {
  const breaks: RouteRuleBreak[] = [];
  if (overtimeSeconds > 0) breaks.push({ rule: "shift", seconds: overtimeSeconds });
  const overVisits = visitCount - (vehicle.maxVisits ?? visitCount);
  if (overVisits > 0) breaks.push({ rule: "max-visits", over: overVisits });
  const overMeters = distanceMeters - (vehicle.maxDistanceMeters ?? distanceMeters);
  if (overMeters > 0) breaks.push({ rule: "max-distance", meters: overMeters });
  const overDrive = driveSeconds - (vehicle.maxDriveSeconds ?? driveSeconds);
  if (overDrive > 0) breaks.push({ rule: "max-drive-time", seconds: overDrive });
  if (breakLateSeconds > 0) breaks.push({ rule: "break", seconds: breakLateSeconds });
  return breaks;
}
