"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import type { RouterOutput } from "@/components/lib/router-types";
import { useTRPC } from "@/components/lib/trpc";
import type { AssignmentStage } from "@/server/domain/partner/assignment-stage";

export type Assignment = RouterOutput["partnerDesk"]["assignments"]["assignments"][number];
export type AssignedDelivery = Assignment["deliveries"][number];

const LOOK_AGAIN_MILLISECONDS = 30_000;

/** The partner's assignments of a stage and perhaps a day, looked at again every half minute. */
export function useAssignments(stage: AssignmentStage, date: string | null) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const assignments = useQuery(
    trpc.partnerDesk.assignments.queryOptions({ stage, date }, { refetchInterval: LOOK_AGAIN_MILLISECONDS }),
  );
  const refresh = useCallback(
    () => queryClient.invalidateQueries(trpc.partnerDesk.assignments.pathFilter()),
    [queryClient, trpc],
  );
  return { assignments, refresh };
}
