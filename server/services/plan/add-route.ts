import "server-only";
import { insertRoute } from "@/db/queries/plan/driver-days";
import type { PlanRow } from "@/db/queries/plan/find-plan";
import type { CommandScope } from "../kernel/command";
import { planDayClock } from "./plan-day-clock";

/** Gives a driver's day of a held plan its route, without stops, under the first number that is free. */
export async function addRoute(
  { tx, actor, now }: Pick<CommandScope<unknown>, "tx" | "actor" | "now">,
  plan: Pick<PlanRow, "id" | "date" | "timeZone">,
  /** Those in use; grows. */
  numbers: Set<number>,
  { routeId, driverDayId, shiftFromSeconds }: { routeId: string; driverDayId: string; shiftFromSeconds: number },
): Promise<number> {
  let number = 1;
  while (numbers.has(number)) number++;
  numbers.add(number);
  const startSeconds = planDayClock(plan.date, plan.timeZone).elapsed(shiftFromSeconds);
  await insertRoute(tx, {
    organizationId: actor.organizationId,
    id: routeId,
    planId: plan.id,
    driverDayId,
    number,
    status: "planned",
    startSeconds,
    endSeconds: startSeconds,
    distanceMeters: 0,
    driveSeconds: 0,
    serviceSeconds: 0,
    waitSeconds: 0,
    lateStops: 0,
    costCents: 0,
    createdAt: now,
    updatedAt: now,
  });
  return number;
}
