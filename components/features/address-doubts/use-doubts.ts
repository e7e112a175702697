"use client";
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo, useState } from "react";
import { formatCount } from "@/components/lib/format";
import { type LiveEvent, useLiveEvents } from "@/components/lib/live-events";
import type { RouterOutput } from "@/components/lib/router-types";
import { useTRPC, useTRPCClient } from "@/components/lib/trpc";
import { useRefusalToast } from "@/components/lib/use-refusal-toast";
import { useToast } from "@/components/ui/toast";
import type { LatLng } from "@/server/domain/geo";

export type DoubtfulAddress = RouterOutput["location"]["doubtful"]["rows"][number];

/** A person's answer: one of the proposals by its place, or a spot of their own. */
export type DoorAnswer = { candidate: number } | { position: LatLng };

const PAGE_ROWS = 100;
const CHANGES_QUEUE = /^(location|delivery|import|address-book)\./;

/** The queue of addresses in doubt, and settling one: it leaves the queue at once and comes back if refused. */
export function useDoubts(projectId: string) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const toast = useToast();
  const refuse = useRefusalToast();
  const [settled, setSettled] = useState<ReadonlySet<string>>(new Set());
  const query = useInfiniteQuery(
    trpc.location.doubtful.infiniteQueryOptions(
      { projectId, limit: PAGE_ROWS },
      { getNextPageParam: (page) => page.nextCursor },
    ),
  );
  const refetch = useCallback(
    () => queryClient.invalidateQueries({ queryKey: trpc.location.doubtful.pathKey() }),
    [queryClient, trpc],
  );
  useLiveEvents(
    useCallback(
      (events: readonly LiveEvent[]) => {
        if (events.some(({ type }) => CHANGES_QUEUE.test(type))) void refetch();
      },
      [refetch],
    ),
  );
  const pages = query.data?.pages;
  const rows = useMemo(
    () => pages?.flatMap((page) => page.rows).filter(({ locationId }) => !settled.has(locationId)) ?? [],
    [pages, settled],
  );
  const mutation = useMutation({
    mutationFn: ({ doubt, answer }: { doubt: DoubtfulAddress; answer: DoorAnswer }) =>
      "candidate" in answer
        ? client.location.chooseCandidate.mutate({ locationId: doubt.locationId, candidate: answer.candidate })
        : client.location.pin.mutate({ locationId: doubt.locationId, position: answer.position }),
    onMutate: ({ doubt }) => setSettled((before) => new Set([...before, doubt.locationId])),
    onSuccess: ({ moved }, { doubt }) => {
      toast.show({
        tone: "ok",
        title: `${doubt.street} is pinned`,
        description: `Remembered for this address. ${formatCount(moved)} ${moved === 1 ? "door" : "doors"} moved there.`,
      });
    },
    onError: (error, { doubt }) => {
      setSettled((before) => new Set([...before].filter((id) => id !== doubt.locationId)));
      refuse(`${doubt.street} is not pinned`, error);
    },
    onSettled: () => refetch(),
  });
  const counted = pages?.[0];
  const inCount = counted
    ? pages.flatMap((page) => page.rows).filter(({ locationId }) => settled.has(locationId)).length
    : 0;
  return {
    query,
    rows,
    total: counted ? Math.max(rows.length, counted.addresses - inCount) : null,
    pending: counted?.pending ?? 0,
    settle: (doubt: DoubtfulAddress, answer: DoorAnswer) => mutation.mutate({ doubt, answer }),
  };
}
