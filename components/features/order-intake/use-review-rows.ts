"use client";
import { type InfiniteData, useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import type { RouterOutput } from "@/components/lib/router-types";
import { useTRPC } from "@/components/lib/trpc";
import { useRefusalToast } from "@/components/lib/use-refusal-toast";

export type ImportRow = RouterOutput["intake"]["rows"]["rows"][number];
type Page = RouterOutput["intake"]["rows"];
type Counts = RouterOutput["intake"]["get"]["counts"];

export type ReviewFilter = "all" | "faulty" | "warnings" | "ready" | "imported" | "skipped";

const PAGE_ROWS = 300;

const FILTERS: Readonly<
  Record<ReviewFilter, { status?: "invalid" | "valid" | "imported" | "skipped"; withWarnings?: true }>
> = {
  all: {},
  faulty: { status: "invalid" },
  warnings: { withWarnings: true },
  ready: { status: "valid" },
  imported: { status: "imported" },
  skipped: { status: "skipped" },
};

/**
 * The rows of one filter, fetched as they are needed, and the two ways to change them. A row put right stays where it
 * is until the filter is chosen anew: nothing jumps under the hand that edits.
 */
export function useReviewRows(importId: string, filter: ReviewFilter) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const refuse = useRefusalToast();
  const options = trpc.intake.rows.infiniteQueryOptions(
    { id: importId, limit: PAGE_ROWS, ...FILTERS[filter] },
    { getNextPageParam: (page) => page.nextCursor, refetchOnMount: "always", gcTime: 0 },
  );
  const query = useInfiniteQuery(options);
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.rows) ?? [], [query.data]);

  function takeCounts(counts: Counts) {
    queryClient.setQueryData(trpc.intake.get.queryKey({ id: importId }), (before) => before && { ...before, counts });
  }
  function takeRows(changed: readonly ImportRow[]) {
    const byNumber = new Map(changed.map((row) => [row.rowNumber, row]));
    queryClient.setQueryData(
      options.queryKey,
      (before: InfiniteData<Page, number | null> | undefined) =>
        before && {
          ...before,
          pages: before.pages.map((page) => ({
            ...page,
            rows: page.rows.map((row) => byNumber.get(row.rowNumber) ?? row),
          })),
        },
    );
  }
  const fix = useMutation(
    trpc.intake.fixRows.mutationOptions({
      onSuccess: ({ rows: changed, counts }) => {
        takeRows(changed);
        takeCounts(counts);
      },
      onError: (error) => refuse("The cell is not changed", error),
    }),
  );
  const skip = useMutation(
    trpc.intake.skipRows.mutationOptions({
      onSuccess: ({ counts }) => {
        takeCounts(counts);
        void queryClient.invalidateQueries({ queryKey: options.queryKey });
      },
      onError: (error) => refuse("The rows are not left out", error),
    }),
  );
  return {
    query,
    rows,
    savingRow: fix.isPending ? fix.variables.rows[0]?.rowNumber : undefined,
    fixCell: (rowNumber: number, column: number, text: string) =>
      fix.mutate({ id: importId, rows: [{ rowNumber, cells: { [column]: text } }] }),
    skipRows: (numbers: number[] | "invalid", isSkipped: boolean) =>
      skip.mutate({ id: importId, rows: numbers, isSkipped }),
    isSkipping: skip.isPending,
  };
}
