import "server-only";
import { boardVisit } from "@/server/domain/plan/plan-board";
import type { AssignmentChange } from "./commit-assignment";
import type { StartedDay } from "./make-days";
import type { DayProposal } from "./propose-day";
import type { AssignmentDay } from "./read-assignment-day";

/** What a commit of a proposal changes; `visitIds` are those it was asked to place. */
export function asChange(
  { day, routes }: Pick<DayProposal, "day" | "routes">,
  visitIds: readonly string[],
  { isOptimized = true, isSent = true }: Partial<Pick<AssignmentChange, "isOptimized" | "isSent">> = {},
): AssignmentChange {
  const { board } = day.partial;
  const placed = new Set(routes.flatMap((route) => route.visitIds));
  const moved = visitIds.filter((visitId) => placed.has(visitId));
  const { id: planId, projectId, date, timeZone } = day.plan;
  const versions = new Map(board.routes.map(({ id, version }) => [id, version]));
  return {
    planId,
    projectId,
    date,
    timeZone,
    isOptimized,
    isSent,
    newDays: routes.flatMap(({ routeId, visitIds: its }) => startedDay(day, routeId, its[0])),
    visitIds: moved,
    deliveryIds: [...new Set(moved.map((visitId) => boardVisit(board, visitId).deliveryId))],
    routes: routes.map(({ baseVersion: _, ...route }) => route),
    seen: routes.flatMap(({ routeId }) =>
      day.newDays.has(routeId) ? [] : [{ routeId, version: versions.get(routeId)! }],
    ),
  };
}

function startedDay(
  { newDays, partial }: AssignmentDay,
  routeId: string,
  firstVisit: string | undefined,
): StartedDay[] {
  const made = newDays.get(routeId);
  if (!made) return [];
  const { start } = made;
  if (start.kind === "depot") return [{ ...made, startAt: null }];
  if (start.kind === "place") return [{ ...made, startAt: start.position }];
  const first = firstVisit === undefined ? null : boardVisit(partial.board, firstVisit).position;
  return [{ ...made, startAt: first }];
}
