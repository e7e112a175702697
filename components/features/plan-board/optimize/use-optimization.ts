import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { refusalOf } from "@/components/lib/refusal";
import { useToast } from "@/components/ui/toast";
import { draftBoard } from "@/server/domain/plan/draft-board";
import type { PlanBoard } from "@/server/domain/plan/plan-board";
import { useBoard, useBoardSession } from "../board-context";
import type { OptimizationRun } from "../plan-gateway";
import { planKeys } from "../plan-keys";

export interface Proposal {
  readonly run: OptimizationRun;
  readonly preview: NonNullable<OptimizationRun["preview"]>;
  /** The day as it would be. */
  readonly after: PlanBoard;
}

export interface Optimization {
  /** Queued or running; null otherwise. */
  readonly active: OptimizationRun | null;
  /** Ready, waiting for a yes or no. */
  readonly proposal: Proposal | null;
  /** The last run came to nothing. */
  readonly failed: OptimizationRun | null;
  readonly isBusy: boolean;
  start(request: { goal: "cost" | "fleet"; maxSeconds: number }): void;
  stop(): void;
  commit(): void;
  discard(): void;
}

/** The day's optimizer run: it belongs to the plan, so leaving the page and coming back finds it again. */
export function useOptimization(): Optimization {
  const { gateway, planId, actions } = useBoardSession();
  const { board } = useBoard();
  const toast = useToast();
  const queries = useQueryClient();
  const queryKey = planKeys.optimization(planId);
  const run = useQuery({
    queryKey,
    queryFn: () => gateway.getOptimization(planId),
    refetchInterval: ({ state }) => (isActive(state.data ?? null) ? 1000 : false),
  });
  const again = () => queries.invalidateQueries({ queryKey });
  const act = useMutation({
    mutationFn: (work: () => Promise<void>) => work(),
    onSettled: again,
    onError: (error) => {
      const { message, correlationId } = refusalOf(error);
      toast.show({
        title: "The optimizer could not do this",
        description: correlationId ? `${message} (${correlationId})` : message,
        tone: "error",
      });
    },
  });
  const current = run.data ?? null;
  const preview = current?.status === "ready" ? current.preview : null;
  const proposal = useMemo(
    () => (current && preview ? { run: current, preview, after: draftBoard(board, preview.draft) } : null),
    [current, preview, board],
  );
  return {
    active: isActive(current) ? current : null,
    proposal,
    failed: current && (current.status === "failed" || current.isStalled) ? current : null,
    isBusy: act.isPending,
    start: (request) => act.mutate(() => gateway.requestOptimization(planId, request)),
    stop: () => current && act.mutate(() => gateway.stopOptimization(current.id)),
    discard: () => current && act.mutate(() => gateway.discardOptimization(current.id)),
    commit: () =>
      current &&
      act.mutate(() =>
        actions.change((mutationId) => gateway.commitOptimization(current.id, mutationId), "New routes committed"),
      ),
  };
}

function isActive(run: OptimizationRun | null): boolean {
  return run !== null && !run.isStalled && (run.status === "queued" || run.status === "running");
}
