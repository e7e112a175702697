import type { PlanBoard } from "@/server/domain/plan/plan-board";
import { listDrivers } from "@/server/services/fleet/list-drivers";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { chooseDrivers } from "@/server/services/plan/choose-drivers";
import { moveStops } from "@/server/services/plan/move-stops";
import { openPlan } from "@/server/services/plan/open-plan";
import { readPlanBoard } from "@/server/services/plan/read-plan-board";
import type { LoadedDay } from "../load-day";
import { sectorSequences } from "../sector-sequences";

const HOUR = 3600;

/** A sector of the town for each driver: quick, and the same every time. Long shifts, so that the plan is plausible. */
export async function planSectors(
  services: ServiceContext,
  { projectId, date }: Pick<LoadedDay, "projectId" | "date">,
  routes: number,
): Promise<PlanBoard> {
  const { planId } = await openPlan(services, { projectId, date });
  const drivers = (await listDrivers(services, { projectId })).slice(0, routes);
  await chooseDrivers(services, {
    planId,
    drivers: drivers.map(({ id }) => ({ driverId: id, shiftFromSeconds: 6 * HOUR, shiftToSeconds: 22 * HOUR })),
  });
  const empty = await readPlanBoard(services, { planId });
  const sequences = sectorSequences([...empty.visits.values()], empty.routes.length, centreOf(empty));
  for (const [index, visitIds] of sequences.entries()) {
    const to = { kind: "position", routeId: empty.routes[index]!.id, afterVisitId: null } as const;
    await moveStops(services, { planId, mutationId: `sector-${index}-${planId}`, visitIds, to });
  }
  return readPlanBoard(services, { planId });
}

function centreOf({ visits }: PlanBoard) {
  const positions = [...visits.values()].flatMap(({ position }) => position ?? []);
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return { lat: mean(positions.map(({ lat }) => lat)), lng: mean(positions.map(({ lng }) => lng)) };
}
