import "server-only";
import type { z } from "zod";
import { boardLegs } from "@/server/domain/plan/board-legs";
import { type MoveOutcome, moveStops } from "@/server/domain/plan/move-stops";
import type { previewMoveSchema } from "@/server/domain/plan/plan-schema";
import type { TravelPort } from "@/server/ports/travel";
import type { PartialBoard } from "./load-board";

type MoveInput = z.output<typeof previewMoveSchema>;

/** The visits and routes that a move is about. */
export function touchedByMove({ visitIds, to, seen }: MoveInput) {
  return {
    visitIds: [...new Set([...visitIds, ...seen.map((each) => each.visitId)])],
    routeIds: to.kind === "pool" ? [] : [to.routeId],
  };
}

/**
 * Decides a move by what is driven and estimated, and asks for its legs. What was asked for has no say in the decision:
 * measured ways beside estimated ones would only shun what is known. So the browser, the preview and the move itself
 * choose the same place.
 */
export async function decideOnRoads(
  travel: TravelPort,
  { board, book }: Pick<PartialBoard, "board" | "book">,
  input: MoveInput,
): Promise<MoveOutcome> {
  const outcome = moveStops(board, input, boardLegs(board));
  if (outcome.ok) await book.fetchMissing(travel, board, outcome.sequences);
  return outcome;
}
