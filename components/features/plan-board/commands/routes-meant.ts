import { type BoardRoute, stopPlaces } from "@/server/domain/plan/plan-board";
import type { CommandContext } from "./command-context";

/** The routes of the selected stops, else the route under the cursor. */
export function routesMeant({ board, gestures }: Pick<CommandContext, "board" | "gestures">): BoardRoute[] {
  const places = stopPlaces(board);
  const { selectedIds, cursor } = gestures;
  if (selectedIds.size > 0) return [...new Set([...selectedIds].flatMap((id) => places.get(id)?.route ?? []))];
  if (cursor?.kind === "route") return board.routes.filter((route) => route.id === cursor.id);
  return cursor?.kind === "stop" ? [places.get(cursor.id)?.route ?? []].flat() : [];
}
