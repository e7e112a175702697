import "server-only";
import type { Tx } from "@/db/client";
import type { PlanRow } from "@/db/queries/plan/find-plan";
import type { PlanEditInverse } from "@/server/domain/plan/plan-edit";
import { changedTerms } from "@/server/domain/plan/swap-drivers";
import type { CommandScope } from "../kernel/command";
import { ServiceError } from "../kernel/service-error";
import { changeDrivers } from "./change-drivers";
import type { LegBook } from "./leg-book";
import { openTerms, readDayTerms } from "./open-terms";

type DriversInverse = PlanEditInverse & { readonly kind: "drivers" };

/** Gives routes back to the drivers they had. Refuses when somebody has changed the drivers again since. */
export async function turnDrivers(
  scope: CommandScope<LegBook>,
  plan: PlanRow,
  inverse: DriversInverse,
  asked: { readonly mutationId: string; readonly confirmed: readonly { routeId: string; version: number }[] },
) {
  const { day, open } = await openTurnedTerms(scope.tx, scope.actor.organizationId, plan, inverse, {
    isLocked: true,
    now: scope.now,
  });
  const saved = await changeDrivers(scope, plan, day, open, { ...asked, legs: scope.prepared });
  const turned: DriversInverse = { kind: "drivers", terms: inverse.leftAs, leftAs: inverse.terms };
  return { patch: saved.patch, shapes: saved.shapes, events: saved.events, inverse: turned };
}

/** The routes of a change of drivers, as they are and as taking it back would leave them. */
export async function openTurnedTerms(
  tx: Tx,
  organizationId: string,
  plan: PlanRow,
  { terms, leftAs }: DriversInverse,
  options: { readonly isLocked: boolean; readonly now: Date },
) {
  const day = await readDayTerms(tx, organizationId, plan);
  const routeNumbers = changedTerms(day, terms, leftAs);
  if (routeNumbers.length > 0) {
    const details = { reason: "changed-since", routeNumbers } as const;
    throw new ServiceError("stale", `Routes ${routeNumbers.join(", ")} have been changed since.`, details);
  }
  return { day, open: await openTerms(tx, organizationId, plan, terms, options) };
}
