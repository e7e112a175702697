import "server-only";
import type { PlanRow } from "@/db/queries/plan/find-plan";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import type { CommandScope } from "../kernel/command";
import { openRoutes } from "./open-routes";
import { saveSequences } from "./save-sequences";

/** Puts all of a route's stops back into the pool, whoever planned them there; its plan must be held. Nobody is told. */
export async function emptyRoute(
  scope: Pick<CommandScope<unknown>, "tx" | "actor" | "now" | "newId">,
  plan: PlanRow,
  routeId: string,
): Promise<readonly DomainEvent[]> {
  const { tx, actor, now } = scope;
  const touched = { visitIds: [], routeIds: [routeId] };
  const partial = await openRoutes(tx, actor.organizationId, plan, touched, { isLocked: true, now });
  if (partial.board.routes.every(({ stops }) => stops.length === 0)) return [];
  const emptied = partial.board.routes.map(({ id }) => ({ routeId: id, visitIds: [] }));
  return (await saveSequences(scope, partial, emptied, scope.newId(), [], false)).events;
}
