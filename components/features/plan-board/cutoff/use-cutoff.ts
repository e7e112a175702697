"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef } from "react";
import type { LiveEvent } from "@/components/lib/live-events";
import { useTRPC } from "@/components/lib/trpc";
import type { CutoffCounts } from "@/server/domain/cutoff/cutoff-counts";
import { useBoard, useBoardSession } from "../board-context";
import { boardChecks } from "./board-checks";

const CHANGES_ORDERS = /^(delivery|location|import|project)\./;
const CHANGES_RECEIPTS = /^(message|assignment)\./;
/** Long enough for an import's thousands of events to ask once. */
const GATHER_MILLISECONDS = 800;

export interface CutoffState {
  /** ISO instant; null: none is set. */
  readonly cutoffAt: string | null;
  /** Null until they have been counted once. */
  readonly counts: CutoffCounts | null;
  readonly pendingAddresses: number;
  readonly nextServiceDate: string | null;
  readonly total: number;
}

/** What is left to settle: orders as the server counts them, routes as the board paints them. */
export function useCutoff(): CutoffState {
  const { planId } = useBoardSession();
  const { board } = useBoard();
  const trpc = useTRPC();
  const query = useQuery(trpc.cutoff.get.queryOptions({ planId }));
  const { unassigned, late, strained } = boardChecks(board);
  const counts = query.data
    ? { ...query.data.counts, unassigned: unassigned.length, late: late.length, strained: strained.length }
    : null;
  return {
    cutoffAt: query.data?.cutoffAt ?? null,
    counts,
    pendingAddresses: query.data?.pendingAddresses ?? 0,
    nextServiceDate: query.data?.nextServiceDate ?? null,
    total: counts ? Object.values(counts).reduce((sum, count) => sum + count, 0) : 0,
  };
}

/** Everything the cut-off asks the server, to be asked again. */
export function useRecheck(): () => Promise<void> {
  const trpc = useTRPC();
  const queries = useQueryClient();
  return useCallback(async () => {
    await Promise.all([
      queries.invalidateQueries({ queryKey: trpc.cutoff.pathKey() }),
      queries.invalidateQueries({ queryKey: trpc.location.doubtful.pathKey() }),
    ]);
  }, [queries, trpc]);
}

/** What keeps counts, lists and receipts at what everybody does, for whoever hears the plan's events. */
export function useCutoffRefresh(): (events: readonly LiveEvent[]) => void {
  const recheck = useRecheck();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const timer = useRef<number>(undefined);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  return useCallback(
    (events) => {
      if (events.some(({ type }) => CHANGES_RECEIPTS.test(type))) {
        void queries.invalidateQueries({ queryKey: trpc.plan.receipts.pathKey() });
      }
      if (timer.current !== undefined || !events.some(concernsOrders)) return;
      timer.current = window.setTimeout(() => {
        timer.current = undefined;
        void recheck();
      }, GATHER_MILLISECONDS);
    },
    [recheck, trpc, queries],
  );
}

/** Every move on the board changes a status between planned and not: no check asks for that. */
function concernsOrders({ type, after }: LiveEvent): boolean {
  if (!CHANGES_ORDERS.test(type)) return false;
  const keys = Object.keys(after ?? {});
  const isPlanning = keys.length === 1 && (after?.status === "scheduled" || after?.status === "requested");
  return !isPlanning;
}
