import { useQueries } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { alternativeLook } from "@/components/map/alternative-look";
import { draftBoard, eachDraftLeg } from "@/server/domain/plan/draft-board";
import { legKey } from "@/server/domain/plan/measured-legs";
import type { OptimizationDraft } from "@/server/domain/plan/optimization-run";
import type { OptimizationStrategy } from "@/server/domain/plan/optimization-strategies";
import type { PlanBoard } from "@/server/domain/plan/plan-board";
import { useBoard, useBoardSession } from "../board-context";
import { planKeys } from "../plan-keys";
import type { DraftAlternative, OptimizationRun } from "./run-of-plan";
import { shownAfterChoice, shownAfterToggle } from "./shown-alternatives";
import type { Optimization } from "./use-optimization";

/** One of the plans a run found, to be laid beside the others. */
export interface Alternative extends DraftAlternative {
  readonly lookIndex: number;
  readonly letter: string;
  /** The day as it would be with it, and its ways by `legKey`; null until its routes are here. */
  readonly plan: { readonly after: PlanBoard; readonly ways: ReadonlyMap<string, string> } | null;
  readonly isShown: boolean;
}

export interface Alternatives {
  /** None where there is nothing to choose from. */
  readonly plans: readonly Alternative[];
  /** Lays one over the map, or takes it away. */
  toggle(strategy: OptimizationStrategy): void;
  /** Takes one as the plan that a commit is about. */
  choose(strategy: OptimizationStrategy): void;
}

const NO_DRAFTS: readonly DraftAlternative[] = [];

/** All drafts of a run with their routes, and which of them the map shows: at first the one chosen. */
export function useAlternatives({ proposal }: Optimization): Alternatives {
  const { gateway, planId } = useBoardSession();
  const { board } = useBoard();
  const run = proposal?.run;
  const drafts = run && run.alternatives.length > 1 ? run.alternatives : NO_DRAFTS;
  const found = useQueries({
    queries: drafts.map(({ strategy }) => ({
      queryKey: planKeys.optimization(planId, strategy),
      queryFn: () => gateway.getOptimization(planId, strategy),
      structuralSharing: false,
    })),
    combine: dataOf,
  });
  const plans = usePlans(board, run, drafts, found);
  const chosen = proposal?.preview.draft.strategy ?? null;
  const [shown, setShown] = useState<Shown | null>(null);
  const shownNow = shown && shown.runId === run?.id ? shown.strategies : chosen === null ? [] : [chosen];
  const keep = (strategies: readonly OptimizationStrategy[]) => run && setShown({ runId: run.id, strategies });
  const isShownKey = shownNow.join();
  return {
    plans: useMemo(
      () => plans.map((each) => ({ ...each, isShown: isShownKey.split(",").includes(each.strategy) })),
      [plans, isShownKey],
    ),
    toggle: (strategy) => keep(shownAfterToggle(shownNow, strategy)),
    choose(strategy) {
      keep(shownAfterChoice(shownNow, chosen, strategy));
      proposal?.choose(strategy);
    },
  };
}

interface Shown {
  readonly runId: string;
  readonly strategies: readonly OptimizationStrategy[];
}

const dataOf = (results: readonly { readonly data: OptimizationRun | null | undefined }[]) =>
  results.map(({ data }) => data ?? null);

function usePlans(
  board: PlanBoard,
  run: OptimizationRun | undefined,
  drafts: readonly DraftAlternative[],
  found: readonly (OptimizationRun | null)[],
): readonly Omit<Alternative, "isShown">[] {
  return useMemo(
    () =>
      drafts.map(({ strategy, figures }, lookIndex) => {
        const answer = found[lookIndex];
        const preview = answer && answer.id === run?.id ? answer.preview : null;
        const isIt = preview?.draft.strategy === strategy;
        const plan = isIt
          ? { after: draftBoard(board, preview.draft, new Set(preview.movedSince)), ways: waysOf(board, preview.draft) }
          : null;
        return { strategy, figures, lookIndex, letter: alternativeLook(lookIndex).letter, plan };
      }),
    [board, run, drafts, found],
  );
}

/** The ways that a draft brings along, encoded, by `legKey`. */
export function waysOf(board: PlanBoard, draft: Pick<OptimizationDraft, "routes">): ReadonlyMap<string, string> {
  const ways = new Map<string, string>();
  eachDraftLeg(board, draft, (from, to, _route, leg) => ways.set(legKey(from.id, to.id), leg[3]));
  return ways;
}
