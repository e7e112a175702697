import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useRefusalOf } from "@/components/lib/use-refusal-of";
import type { Words } from "@/components/lib/words/words";
import { useWords } from "@/components/lib/words/words-context";
import { type ToastApi, useToast } from "@/components/ui/toast";
import type { SeenRoute } from "@/server/domain/plan/confirm-change";
import { draftBoard } from "@/server/domain/plan/draft-board";
import type { KeptEdits } from "@/server/domain/plan/edit-result";
import type { DraftUnassigned, OptimizationDraft } from "@/server/domain/plan/optimization-run";
import type { OptimizationStrategy } from "@/server/domain/plan/optimization-strategies";
import type { PlanBoard } from "@/server/domain/plan/plan-board";
import { type ChangePreview, previewChange, sentRoutes } from "@/server/domain/plan/preview-change";
import { useBoard, useBoardSession } from "../board-context";
import { planKeys } from "../plan-keys";
import type { OptimizationRun, OptimizationWishes } from "./run-of-plan";

export interface Proposal {
  readonly run: OptimizationRun;
  readonly preview: NonNullable<OptimizationRun["preview"]>;
  /** The day as it would be. */
  readonly after: PlanBoard;
  /** What it breaks and whom it concerns. */
  readonly change: ChangePreview;
  /** Looks at another of the run's drafts. */
  choose(strategy: OptimizationStrategy): void;
}

export interface Optimization {
  /** Queued or running; null otherwise. */
  readonly active: OptimizationRun | null;
  /** Ready, waiting for a yes or no. */
  readonly proposal: Proposal | null;
  /** The last run came to nothing. */
  readonly failed: OptimizationRun | null;
  /** Why stops are on no route, by visit, since the last commit. */
  readonly leftOut: ReadonlyMap<string, DraftUnassigned>;
  readonly isBusy: boolean;
  start(wishes: OptimizationWishes): void;
  stop(): void;
  commit(): void;
  discard(): void;
}

/** The day's optimizer run: it belongs to the plan, so leaving the page and coming back finds it again. */
export function useOptimization(): Optimization {
  const { gateway, planId, actions } = useBoardSession();
  const { board } = useBoard();
  const t = useWords("boardOptimize");
  const refusalOf = useRefusalOf();
  const toast = useToast();
  const queries = useQueryClient();
  const [strategy, setStrategy] = useState<OptimizationStrategy | null>(null);
  const queryKey = planKeys.optimization(planId);
  const run = useQuery({
    queryKey: planKeys.optimization(planId, strategy),
    queryFn: () => gateway.getOptimization(planId, strategy),
    // While another draft is fetched, the one looked at stays.
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (isActive(state.data ?? null) ? 1000 : false),
  });
  const again = () => queries.invalidateQueries({ queryKey });
  const act = useMutation({
    mutationFn: (work: () => Promise<void>) => work(),
    onSettled: again,
    onError: (error) => {
      const { message, correlationId } = refusalOf(error);
      toast.show({
        title: t("refused"),
        description: correlationId ? `${message} (${correlationId})` : message,
        tone: "error",
      });
    },
  });
  const current = run.data ?? null;
  const preview = current?.status === "ready" ? current.preview : null;
  const proposal = useMemo(
    () => (current && preview ? proposalOf(current, preview, board, setStrategy) : null),
    [current, preview, board],
  );
  const leftOut = useMemo(() => new Map(current?.leftOut.map((each) => [each.visitId, each])), [current]);
  return {
    leftOut,
    active: isActive(current) ? current : null,
    proposal,
    failed: current && (current.status === "failed" || current.isStalled) ? current : null,
    isBusy: act.isPending,
    start: (wishes) => {
      setStrategy(null);
      act.mutate(() => gateway.requestOptimization(planId, wishes));
    },
    stop: () => current && act.mutate(() => gateway.stopOptimization(current.id)),
    discard: () => current && act.mutate(() => gateway.discardOptimization(current.id)),
    commit: () =>
      current &&
      preview &&
      act.mutate(() =>
        actions.change(async (mutationId) => {
          const { draft } = preview;
          const seen = sentRoutesOf(draft, board);
          const result = await gateway.commitOptimization(current.id, mutationId, draft.strategy, seen);
          reportKept(t, toast, board, result.kept);
          return result;
        }, t("committed")),
      ),
  };
}

function proposalOf(
  run: OptimizationRun,
  preview: Proposal["preview"],
  board: PlanBoard,
  choose: Proposal["choose"],
): Proposal {
  const after = draftBoard(board, preview.draft, new Set(preview.movedSince));
  return { run, preview, after, change: previewChange(board, after), choose };
}

/** The routes of the draft that drivers hold: what would change on them has been shown. */
function sentRoutesOf({ routes }: OptimizationDraft, board: PlanBoard): SeenRoute[] {
  const sent = new Set(sentRoutes(board, routes).map((route) => route.id));
  return routes.flatMap(({ routeId, baseVersion }) => (sent.has(routeId) ? [{ routeId, version: baseVersion }] : []));
}

function isActive(run: OptimizationRun | null): boolean {
  return run !== null && !run.isStalled && (run.status === "queued" || run.status === "running");
}

const MOST_NAMED = 3;

/** Says what people's own changes kept from the draft: they were made while it was worked out, or looked at. */
function reportKept(
  t: Words<"boardOptimize">,
  toast: ToastApi,
  { visits }: PlanBoard,
  { stops, routeNumbers }: KeptEdits,
): void {
  if (stops.length + routeNumbers.length === 0) return;
  const named = stops.slice(0, MOST_NAMED).map(({ visitId, routeNumber, changedBy }) => {
    const stop = visits.get(visitId)?.externalId || t("aStop");
    const where =
      routeNumber === null ? t("kept.unassigned", { stop }) : t("kept.onRoute", { stop, route: String(routeNumber) });
    return changedBy ? `${where} (${changedBy})` : where;
  });
  if (stops.length > MOST_NAMED) named.push(t("kept.more", { count: stops.length - MOST_NAMED }));
  const routes = routeNumbers.map((number) => t("kept.route", { route: String(number) }));
  const what = [...named, ...routes].join(", ");
  toast.show({ title: t("kept.title"), description: t("kept.about", { what }), timeoutMs: 0 });
}
