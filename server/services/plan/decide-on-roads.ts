import "server-only";
import type { z } from "zod";
import { type MoveOutcome, moveStops } from "@/server/domain/plan/move-stops";
import type { previewMoveSchema } from "@/server/domain/plan/plan-schema";
import type { TravelPort } from "@/server/ports/travel";
import type { PartialBoard } from "./load-board";

type MoveInput = z.output<typeof previewMoveSchema>;

/** The ways of the place found may make another one better: after so many turns what is found is taken. */
const MOST_TURNS = 3;

/** The visits and routes that a move is about. */
export function touchedByMove({ visitIds, to, seen }: MoveInput) {
  return {
    visitIds: [...new Set([...visitIds, ...seen.map((each) => each.visitId)])],
    routeIds: to.kind === "pool" ? [] : [to.routeId],
  };
}

/**
 * Decides a move and asks for its legs until it stands with them: the book then holds all that is driven, and whoever
 * decides again over the same board and book comes to the same.
 */
export async function decideOnRoads(
  travel: TravelPort,
  { board, book }: Pick<PartialBoard, "board" | "book">,
  input: MoveInput,
): Promise<MoveOutcome> {
  for (let turn = 1; ; turn++) {
    const outcome = moveStops(board, input, book.source(board));
    if (!outcome.ok) return outcome;
    const calls = await book.fetchMissing(travel, board, outcome.sequences);
    if (calls === 0 || input.to.kind !== "best" || turn === MOST_TURNS) return outcome;
  }
}
