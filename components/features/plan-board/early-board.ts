import superjson, { type SuperJSONResult } from "superjson";
import type { PackedBoard } from "@/server/domain/plan/pack-board";

/**
 * The address under which the page asks for the board before its scripts are there. Asked again in exactly this way,
 * the browser hands out what it has.
 */
export function earlyBoardUrl(planId: string): string {
  return `/api/trpc/plan.board?input=${encodeURIComponent(JSON.stringify(superjson.serialize({ planId })))}`;
}

/** The board the page has asked for; undefined when it could not be had, which asking properly will explain. */
export async function fetchEarlyBoard(planId: string): Promise<PackedBoard | undefined> {
  const answer = await fetch(earlyBoardUrl(planId)).catch(() => undefined);
  if (!answer?.ok) return undefined;
  const { result } = (await answer.json()) as { readonly result: { readonly data: SuperJSONResult } };
  return superjson.deserialize<PackedBoard>(result.data);
}
