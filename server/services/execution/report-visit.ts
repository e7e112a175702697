import "server-only";
import { z } from "zod";
import { routesOfVisits } from "@/db/queries/execution/runs";
import { lockPlan } from "@/db/queries/plan/find-plan";
import { lockRoutes } from "@/db/queries/plan/load-routes";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import { type CommandScope, changed, changedQuietly, command } from "../kernel/command";
import { found, ServiceError } from "../kernel/service-error";
import { loadPartialBoard } from "../plan/load-board";
import { sendRoutes } from "../plan/send-routes";
import { type ActsAnswer, takeActs } from "./take-acts";

/** How far a visit has come, as another system says. */
export const REPORTED_STANDINGS = ["underway", "at-door", "done", "failed"] as const;

/**
 * Another system says how far a visit has come, and when: what it says becomes the acts its driver would have made, in the
 * same log, weighed by their times. A route that was only planned is taken as sent. Refuses visits on no route, and what
 * the log refuses.
 */
export const reportVisit = command({
  permission: "plan.dispatch",
  input: z.object({
    visitId: z.uuid(),
    standing: z.enum(REPORTED_STANDINGS),
    /** When service began, or the driver set off; absent: now. */
    startedAt: z.date().optional(),
    endedAt: z.date().optional(),
  }),
  run: async (scope, input) => {
    const { tx, actor, now } = scope;
    const [place] = await routesOfVisits(tx, actor.organizationId, [input.visitId]);
    if (!place) throw new ServiceError("refused", "This visit is on no route.", { reason: "not-on-route" });
    const sent = await sendIfPlanned(scope, place);
    const ops = actsOf(input, now).map((act, deviceSeq) => ({ ...act, opId: scope.newId(), deviceSeq }));
    const taken = await takeActs(scope, place.routeId, null, { deviceNow: now, ops });
    refuseRejected(taken.result);
    const events = [...sent, ...taken.events];
    return events.length > 0 ? changed({}, events) : changedQuietly({});
  },
});

type Report = { visitId: string; standing: string; startedAt?: Date | undefined; endedAt?: Date | undefined };

function actsOf({ visitId, standing, startedAt, endedAt }: Report, now: Date) {
  if (standing === "underway") return [{ type: "depart", visitId, occurredAt: startedAt ?? now }];
  const arrival = { type: "arrive", visitId, occurredAt: startedAt ?? endedAt ?? now };
  if (standing === "at-door") return [arrival];
  const outcome = standing === "done" ? { outcome: "delivered" } : { outcome: "failed", reason: "other" };
  return [arrival, { type: "complete", visitIds: [visitId], occurredAt: endedAt ?? now, ...outcome }];
}

/** Plans are held before their routes, by everybody. */
async function sendIfPlanned(
  scope: CommandScope<unknown>,
  { planId, routeId }: { readonly planId: string; readonly routeId: string },
): Promise<readonly DomainEvent[]> {
  const { tx, actor } = scope;
  const { organizationId } = actor;
  const plan = found(await lockPlan(tx, organizationId, planId), "plan");
  await lockRoutes(tx, organizationId, [routeId]);
  const { board } = await loadPartialBoard(tx, organizationId, plan, [routeId], []);
  const route = found(board.routes[0], "route");
  if (route.status !== "planned") return [];
  const offers = [{ route, channels: [] }];
  return (await sendRoutes(scope, plan, board, { offers, mutationId: scope.newId() })).events;
}

function refuseRejected({ answers }: ActsAnswer): void {
  const refused = answers.find(({ verdict }) => verdict === "rejected");
  if (!refused) return;
  const reason = refused.reason ?? "malformed";
  throw new ServiceError("refused", refused.message ?? "That cannot be said of this visit.", { reason });
}
