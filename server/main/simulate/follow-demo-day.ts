import { setTimeout as sleep } from "node:timers/promises";
import { unpackBoard } from "@/server/domain/plan/pack-board";
import type { PlanBoard } from "@/server/domain/plan/plan-board";
import { makeLink } from "@/server/services/customer/make-link";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { findPlan } from "@/server/services/plan/find-plan";
import { getBoard } from "@/server/services/plan/get-board";
import { rateDelivery } from "@/server/services/tracking/rate-delivery";
import { comingDoor } from "./coming-door";

const LOOK_EVERY_MS = 3000;
const RATE_EVERY_MS = 20_000;
/** Of so many customers one says something. */
const ONE_IN = 4;
/** What they say, in turn. */
const SAID: readonly (readonly [stars: number, comment: string])[] = [
  [5, "Right on time, and carried it up to the third floor."],
  [5, ""],
  [4, "All fine, a call before would have been nice."],
  [2, "The box was open when it came."],
  [5, "Very friendly."],
  [4, ""],
  [3, "Later than I was told at first."],
];

export interface FollowedDay {
  readonly services: ServiceContext;
  readonly projectId: string;
  readonly date: string;
  readonly signal: AbortSignal;
}

/** Once a van has left: the address of a customer's page, of a door it comes to in some twenty minutes. */
export async function followDemoDay(day: FollowedDay): Promise<string> {
  const { services, signal } = day;
  for (;;) {
    signal.throwIfAborted();
    const board = await boardOf(day);
    const visitId = board && comingDoor(board, services.ports.clock.now().getTime());
    if (visitId) return (await makeLink(services, { visitId })).link;
    await sleep(LOOK_EVERY_MS, undefined, { signal });
  }
}

async function boardOf({ services, projectId, date }: FollowedDay): Promise<PlanBoard | null> {
  const plan = await findPlan(services, { projectId, date });
  return plan && unpackBoard(await getBoard(services, { planId: plan.planId }));
}

/** Some customers say what they think of what was brought, as the day goes on; ends with the signal. */
export async function rateDemoDay(day: FollowedDay): Promise<void> {
  const { services, signal } = day;
  const seen = new Set<string>();
  while (!signal.aborted) {
    const visits = [...((await boardOf(day))?.visits.values() ?? [])];
    for (const { id: visitId } of visits.filter(({ id, status }) => status === "delivered" && !seen.has(id))) {
      seen.add(visitId);
      if (seen.size % ONE_IN !== 1) continue;
      const [stars, comment] = SAID[Math.floor(seen.size / ONE_IN) % SAID.length]!;
      // Who has said something before stays with it.
      await rateDelivery(services, { visitId, scope: "page", stars, comment }).catch(() => {});
    }
    await sleep(RATE_EVERY_MS, undefined, { signal });
  }
}
