import "server-only";
import { findPlan } from "@/db/queries/plan/find-plan";
import { boardLegs } from "@/server/domain/plan/board-legs";
import type { EditPreview } from "@/server/domain/plan/edit-preview";
import { previewSplitSchema } from "@/server/domain/plan/plan-schema";
import { type SplitRefusal, splitRoute } from "@/server/domain/plan/split-route";
import { query } from "../kernel/query";
import { found, ServiceError } from "../kernel/service-error";
import { LegBook } from "./leg-book";
import { loadBoard } from "./load-board";
import { openRoutes } from "./open-routes";
import { previewSequences } from "./preview-sequences";

/**
 * What dealing a route's open stops out to the day's other routes would come to, timed on real roads; nothing is saved.
 * Refuses when there is nothing that may leave the route.
 */
export const previewSplit = query({
  permission: "plan.edit",
  input: previewSplitSchema,
  prepare: async ({ actor, ports, now, read }, { planId, routeId, overrideLocks }): Promise<EditPreview> => {
    const { organizationId } = actor;
    const { split, partial } = await read(async (tx) => {
      const plan = found(await findPlan(tx, organizationId, planId), "plan");
      const board = await loadBoard(tx, organizationId, plan, now);
      const outcome = splitRoute(board, routeId, boardLegs(board), { overrideLocks });
      if (!outcome.ok) throw splitRefused(outcome.refusal);
      const touched = { routeIds: outcome.sequences.map((each) => each.routeId), visitIds: outcome.movedVisitIds };
      return { split: outcome, partial: await openRoutes(tx, organizationId, plan, touched, { isLocked: false, now }) };
    });
    const { board, book } = partial;
    const stored = new LegBook();
    stored.addMissing(book);
    await book.fetchMissing(ports.travel, board, split.sequences);
    const { kept, left } = split;
    return { ...previewSequences({ board, stored, legs: book }, split.sequences), split: { kept, left } };
  },
  run: async ({ prepared }) => prepared,
});

function splitRefused(refusal: SplitRefusal): ServiceError {
  switch (refusal.reason) {
    case "route-not-found":
      return new ServiceError("not-found", "There is no such route.", { reason: "no-such", what: "route" });
    case "route-finished":
      return new ServiceError("refused", `Route ${refusal.routeNumber} is finished.`, { ...refusal });
    case "nothing-to-split":
      return new ServiceError("refused", `Route ${refusal.routeNumber} has no stops that may leave it.`, {
        ...refusal,
      });
  }
}
