import "server-only";
import { commitAssignment } from "../assignment/commit-assignment";
import { asChange } from "../assignment/proposed-change";
import { readAssignmentDay } from "../assignment/read-assignment-day";
import type { ServiceContext } from "../kernel/service-context";
import { ServiceError } from "../kernel/service-error";
import { readWave } from "./read-wave";

/**
 * Makes a route without stops for each of these drivers in a part of a day's plan; their ids, in the order asked. Refused
 * as a whole where one of them has a route that day already, works no more, or nobody knows where he starts.
 */
export async function addRoutes(
  services: ServiceContext,
  waveId: string,
  driverIds: readonly string[],
): Promise<readonly string[]> {
  const { wave } = await readWave(services, { id: waveId });
  const { projectId, date } = wave;
  const terms = { projectId, date, visitIds: [], driverIds: [...driverIds], isAhead: true };
  const day = await readAssignmentDay(services, terms);
  const routeOf = new Map([...day.newDays.values()].map((each) => [each.driverId, each]));
  const made = driverIds.map((driverId) => {
    const its = routeOf.get(driverId);
    // Nobody knows where he starts before he has a stop, and a route without stops starts somewhere.
    if (!its || its.start.kind === "first-stop") throw cannot();
    return its.routeId;
  });
  if (new Set(made).size < made.length) throw cannot();
  const routes = made.map((routeId) => ({ routeId, baseVersion: 1, visitIds: [], legs: [] }));
  await commitAssignment(services, {
    ...asChange({ day, routes }, [], { isOptimized: false, isSent: false }),
    waveId: wave.furtherId,
  });
  return made;
}

function cannot(): ServiceError {
  const message = "One of these drives another route that day, does not drive, or has no place to start from.";
  return new ServiceError("conflict", message, { reason: "no-drivers" });
}
