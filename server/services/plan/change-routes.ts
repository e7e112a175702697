import "server-only";
import { confirmationRefusal, type SeenRoute } from "@/server/domain/plan/confirm-change";
import type { RouteSequence } from "@/server/domain/plan/place-visits";
import type { PlanBoard } from "@/server/domain/plan/plan-board";
import { displacedBy } from "@/server/domain/plan/under-way";
import { lookAnew } from "../execution/look-anew";
import type { CommandScope } from "../kernel/command";
import { ServiceError } from "../kernel/service-error";
import { moveRefused } from "./edit-outcome";
import type { PartialBoard } from "./load-board";
import { type SavedSequences, saveSequences } from "./save-sequences";
import { tellDrivers } from "./tell-drivers";

interface PersonsChange {
  readonly sequences: readonly RouteSequence[];
  /** What somebody took and put somewhere, as against what only made room; absent: a plan as a whole. */
  readonly movedVisitIds?: readonly string[];
  readonly mutationId: string;
  /** The optimizer has made the sequences, and nobody has changed them. */
  readonly isOptimized?: boolean;
  /** The routes as whoever asks has seen them in a preview. */
  readonly confirmed: readonly SeenRoute[];
}

/**
 * What a person's edit does to routes, once it is decided: refuses what was to be looked at first, saves, has guessed
 * legs measured, and tells the drivers who hold a route that changes.
 */
export async function changeRoutes(
  scope: Pick<CommandScope<unknown>, "tx" | "actor" | "now" | "newId" | "enqueue">,
  partial: PartialBoard,
  { sequences, movedVisitIds, mutationId, confirmed, isOptimized = false }: PersonsChange,
): Promise<SavedSequences> {
  const { board } = partial;
  refuseMade(board, sequences);
  refuseUnconfirmed(board, sequences, confirmed);
  const saved = await saveSequences(scope, partial, sequences, mutationId, movedVisitIds, isOptimized);
  if (saved.isGuessed) await scope.enqueue("measure-routes", { planId: board.plan.id });
  const sent = saved.patch.routes.filter(({ status }) => status !== "planned");
  await lookAnew(scope, { routeIds: sent.map(({ id }) => id) });
  const told = await tellDrivers(scope, board, saved.patch.routes);
  return { ...saved, events: [...saved.events, ...told] };
}

/** The last wall around what has happened, whoever decided on the sequences. */
function refuseMade(board: PlanBoard, sequences: readonly RouteSequence[]): void {
  const visitId = displacedBy(board, sequences);
  if (visitId !== undefined) throw moveRefused({ reason: "stop-made", visitId }, board);
}

/** Refuses what changes a sent route that was not looked at, or not in its present version. */
export function refuseUnconfirmed(
  board: PlanBoard,
  changed: readonly { readonly routeId: string }[],
  confirmed: readonly SeenRoute[],
): void {
  const refusal = confirmationRefusal(board, changed, confirmed);
  if (!refusal) return;
  const isOne = refusal.routeNumbers.length === 1;
  const routes = `${isOne ? "Route" : "Routes"} ${refusal.routeNumbers.join(", ")}`;
  if (refusal.reason === "changed-since-preview") {
    throw new ServiceError("stale", `${routes} ${isOne ? "has" : "have"} changed since the preview.`, { ...refusal });
  }
  const held = isOne ? "has been sent to its driver" : "have been sent to their drivers";
  throw new ServiceError("refused", `${routes} ${held}: look at the change first, then confirm it.`, { ...refusal });
}
