import { useEffect, useState } from "react";
import type { PlanBoard } from "@/server/domain/plan/plan-board";
import { type MoveChoice, type MoveEffect, moveChoices, moveEffect, rankChoices } from "./move-choices";
import { runInSlices } from "./run-in-slices";

const NOTHING_KNOWN: ReadonlyMap<string, MoveEffect> = new Map();

export interface OpenChoices {
  readonly choices: readonly MoveChoice[];
  /** What is known so far of what each would do, by the choice's id. */
  readonly effects: ReadonlyMap<string, MoveEffect>;
  /** The routes are being weighed; a number typed is answered all the same. */
  readonly isRanking: boolean;
}

/** Where the stops could go, worked out beside typing and painting: first which routes, then each one's price. */
export function useMoveChoices(board: PlanBoard, ids: readonly string[], text: string): OpenChoices {
  const [ranking, setRanking] = useState<{ board: PlanBoard; ranked: readonly MoveChoice[] }>();
  useEffect(() => runInSlices(rankChoices(board, ids), (ranked) => setRanking({ board, ranked })), [board, ids]);
  const choices = moveChoices(board, text, ranking?.ranked ?? []);
  return { choices, effects: useEffects(board, ids, choices), isRanking: ranking?.board !== board };
}

/** One effect at a time, in the order shown. */
function useEffects(board: PlanBoard, ids: readonly string[], choices: readonly MoveChoice[]) {
  const [known, setKnown] = useState({ board, effects: NOTHING_KNOWN });
  const effects = known.board === board ? known.effects : NOTHING_KNOWN;
  const next = choices.find(({ id }) => !effects.has(id));
  const nextId = next?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the choice is another object each time, its id says which.
  useEffect(() => {
    if (!next) return;
    const timer = setTimeout(() => {
      const effect = moveEffect(board, ids, next.to);
      setKnown((before) => ({
        board,
        effects: new Map([...(before.board === board ? before.effects : []), [next.id, effect]]),
      }));
    }, 0);
    return () => clearTimeout(timer);
  }, [board, ids, nextId]);
  return effects;
}
