"use client";
import { useQuery } from "@tanstack/react-query";
import { useWords } from "@/components/lib/words/words-context";
import type { OptimizationStrategy } from "@/server/domain/plan/optimization-strategies";
import { useBoardSession } from "../board-context";
import { planKeys } from "../plan-keys";
import { describeQueue } from "./describe-queue";

const REFRESH_MS = 3000;

/** One quiet line: how long the queue is and how long runs have taken lately. Nothing when there is nothing to say. */
export function QueueLine({ strategies }: { strategies: readonly OptimizationStrategy[] }) {
  const t = useWords("boardOptimize");
  const { gateway, planId } = useBoardSession();
  const queue = useQuery({
    queryKey: planKeys.optimizationQueue(planId),
    queryFn: () => gateway.getOptimizationQueue(planId),
    refetchInterval: REFRESH_MS,
  });
  const text = queue.data ? describeQueue(t, queue.data, strategies) : "";
  if (!text) return null;
  return (
    <p data-testid="optimizer-queue" className="text-ink-muted text-sm tabular-nums">
      {text.charAt(0).toUpperCase() + text.slice(1)}
    </p>
  );
}
