import "server-only";
import { type PlanRow, touchPlan } from "@/db/queries/plan/find-plan";
import type { PlanEditInverse } from "@/server/domain/plan/plan-edit";
import type { CommandScope } from "../kernel/command";
import { ServiceError } from "../kernel/service-error";
import { currentRoutes } from "./edit-outcome";
import { decideDayMoves, saveDayMoves } from "./move-service-days";

interface TurnServiceDayInput {
  readonly mutationId: string;
  readonly asNewChange: boolean;
}

/**
 * Moves orders back to the day they were taken from, or away again. When some have been planned, sent or changed since,
 * nothing moves and the refusal says so; as a change of its own, the others do.
 */
export async function turnServiceDay(
  scope: CommandScope<unknown>,
  plan: PlanRow,
  inverse: PlanEditInverse & { kind: "service-day" },
  { mutationId, asNewChange }: TurnServiceDayInput,
) {
  const { tx, actor, now } = scope;
  const wayOf = new Map(inverse.deliveries.map((move) => [move.deliveryId, move]));
  const decided = await decideDayMoves(
    scope,
    plan.projectId,
    [...wayOf.keys()],
    ({ id }) => wayOf.get(id) ?? "unknown",
  );
  const kept = decided.verdicts.filter((verdict) => verdict.refusal !== null);
  if (decided.moved.length === 0 || (kept.length > 0 && !asNewChange)) {
    const what = kept.length === 1 ? "One order has" : `${kept.length} orders have`;
    throw new ServiceError("stale", `${what} been planned, sent or changed since.`, {
      reason: "orders-changed",
      count: kept.length,
      verdicts: kept,
    });
  }
  const { events, inverse: turned } = await saveDayMoves(scope, plan.id, mutationId, decided);
  await touchPlan(tx, actor.organizationId, plan.id, now);
  const current = await currentRoutes(scope, plan, [], inverse.visitIds);
  return { ...current, events, inverse: turned };
}
