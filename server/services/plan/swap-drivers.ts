import "server-only";
import { findPlan, lockPlan } from "@/db/queries/plan/find-plan";
import type { PlanEditResult } from "@/server/domain/plan/edit-result";
import { swapDriversSchema } from "@/server/domain/plan/plan-schema";
import type { SwapRefusal } from "@/server/domain/plan/swap-drivers";
import { changed, command, unchanged } from "../kernel/command";
import { found, ServiceError } from "../kernel/service-error";
import { changeDrivers } from "./change-drivers";
import { repeatedEdit } from "./edit-outcome";
import { LegBook } from "./leg-book";
import { decideSwap, openTerms } from "./open-terms";
import { recordEdit } from "./record-edit";

/**
 * Gives a route of the day, whole and in its order, to another driver; if he has a route himself, the two exchange. What
 * is made stays as it was made, and by whom. Refuses sent routes that were not looked at in their present version.
 */
export const swapRouteDrivers = command({
  permission: "plan.dispatch",
  input: swapDriversSchema,
  prepare: async ({ actor, ports, now, read }, input) => {
    const { organizationId } = actor;
    const legs = new LegBook();
    const open = await read(async (tx) => {
      const plan = await findPlan(tx, organizationId, input.planId);
      if (!plan) return undefined;
      const { outcome } = await decideSwap(tx, organizationId, plan, input);
      return outcome.ok ? openTerms(tx, organizationId, plan, outcome.terms, { isLocked: false, now }) : undefined;
    });
    if (!open) return legs;
    await open.before.book.fetchMissing(ports.travel, open.after, open.sequences);
    legs.addMissing(open.before.book);
    return legs;
  },
  run: async (scope, input) => {
    const { tx, actor, prepared: legs } = scope;
    const { planId, mutationId, confirmed } = input;
    const { organizationId } = actor;
    const plan = found(await lockPlan(tx, organizationId, planId), "plan");
    const repeated = await repeatedEdit(scope, plan, mutationId, input);
    if (repeated) return unchanged(repeated);
    const { day, outcome } = await decideSwap(tx, organizationId, plan, input);
    if (!outcome.ok) throw swapRefused(outcome.refusal);
    const open = await openTerms(tx, organizationId, plan, outcome.terms, { isLocked: true, now: scope.now });
    const saved = await changeDrivers(scope, plan, day, open, { mutationId, confirmed, legs });
    const { patch, shapes } = saved;
    const taken = patch.routes.find(({ id }) => id === input.routeId)!;
    const numbers = [taken.number, ...patch.routes.flatMap(({ id, number }) => (id === taken.id ? [] : [number]))];
    const edit = await recordEdit(scope, {
      planId,
      mutationId,
      summary: { kind: "swap-drivers", routes: numbers, driver: taken.driver.name },
      inverse: { kind: "drivers", terms: outcome.before, leftAs: outcome.terms },
      request: input,
    });
    return changed<PlanEditResult>({ mutationId, patch, shapes, edit, isRepeated: false }, saved.events);
  },
});

/** The domain's "no" to a swap, as the services say it. */
export function swapRefused(refusal: SwapRefusal): ServiceError {
  switch (refusal.reason) {
    case "route-not-found":
      return new ServiceError("not-found", "There is no such route.", { reason: "no-such", what: "route" });
    case "route-finished":
      return new ServiceError("refused", `Route ${refusal.routeNumber} is finished.`, { ...refusal });
    case "vehicle-in-use":
      return new ServiceError("refused", `That vehicle is on route ${refusal.routeNumber} today.`, { ...refusal });
    case "same-driver":
      return new ServiceError("refused", `${refusal.driver} drives this route already.`, { ...refusal });
    case "driver-inactive":
      return new ServiceError("refused", `${refusal.driver} does not drive any more.`, { ...refusal });
    case "no-vehicle":
      return new ServiceError("refused", `${refusal.driver} has no vehicle of his own.`, { ...refusal });
  }
}
