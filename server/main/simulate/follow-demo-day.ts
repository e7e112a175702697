import { setTimeout as sleep } from "node:timers/promises";
import { unpackBoard } from "@/server/domain/plan/pack-board";
import type { PlanBoard } from "@/server/domain/plan/plan-board";
import { makeLink } from "@/server/services/customer/make-link";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { findPlan } from "@/server/services/plan/find-plan";
import { getBoard } from "@/server/services/plan/get-board";

const LOOK_EVERY_MS = 3000;
/** How far ahead the door is whose page is shown: near enough for the van to be seen soon, and for a while. */
const AHEAD_SECONDS = 20 * 60;

export interface FollowedDay {
  readonly services: ServiceContext;
  readonly projectId: string;
  readonly date: string;
  readonly signal: AbortSignal;
}

/** Once a van has left: the address of a customer's page, of a door it comes to in some twenty minutes. */
export async function followDemoDay({ services, projectId, date, signal }: FollowedDay): Promise<string> {
  for (;;) {
    signal.throwIfAborted();
    const plan = await findPlan(services, { projectId, date });
    const board = plan && unpackBoard(await getBoard(services, { planId: plan.planId }));
    const visitId = board && comingDoor(board, services.ports.clock.now().getTime());
    if (visitId) return (await makeLink(services, { visitId })).link;
    await sleep(LOOK_EVERY_MS, undefined, { signal });
  }
}

/** Of the vans on the road, the first door in so many minutes; else the last one there is. */
function comingDoor(board: PlanBoard, nowMs: number): string | undefined {
  const fromSeconds = (nowMs - board.plan.midnightEpochMs) / 1000 + AHEAD_SECONDS;
  const doors = board.routes
    .filter(({ status, stops }) => status === "started" && stops.length > 0)
    .flatMap(({ stops, schedule }) =>
      stops.map(({ visitId }, index) => ({ visitId, arriveSeconds: schedule.stops[index]!.arriveSeconds })),
    )
    .toSorted((left, right) => left.arriveSeconds - right.arriveSeconds);
  return (doors.find(({ arriveSeconds }) => arriveSeconds >= fromSeconds) ?? doors.at(-1))?.visitId;
}
