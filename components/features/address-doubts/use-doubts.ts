"use client";
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo, useState } from "react";
import { type LiveEvent, useLiveEvents } from "@/components/lib/live-events";
import type { RouterOutput } from "@/components/lib/router-types";
import { useTRPC, useTRPCClient } from "@/components/lib/trpc";
import { useRefusalToast } from "@/components/lib/use-refusal-toast";
import { lookAgainWhileWaiting } from "@/components/lib/waiting-addresses";
import { useWords } from "@/components/lib/words/words-context";
import { useToast } from "@/components/ui/toast";
import type { LatLng } from "@/server/domain/geo";

export type DoubtfulAddress = RouterOutput["location"]["doubtful"]["rows"][number];

/** A person's answer: one of the proposals by its place, or a spot of their own. */
export type DoorAnswer = { candidate: number } | { position: LatLng };

const PAGE_ROWS = 100;
const CHANGES_QUEUE = /^(location|delivery|import|address-book)\./;

type Settling = { doubt: DoubtfulAddress; answer: DoorAnswer };

/** Settling an address: `hide` it at once, `show` it again if that is refused. */
function useSettle(hide: (locationId: string) => void, show: (locationId: string) => void, refetch: () => unknown) {
  const t = useWords("addressDoubts");
  const client = useTRPCClient();
  const toast = useToast();
  const refuse = useRefusalToast();
  return useMutation({
    mutationFn: ({ doubt: { locationId }, answer }: Settling) =>
      "candidate" in answer
        ? client.location.chooseCandidate.mutate({ locationId, candidate: answer.candidate })
        : client.location.pin.mutate({ locationId, position: answer.position }),
    onMutate: ({ doubt }) => hide(doubt.locationId),
    onSuccess: ({ moved }, { doubt }) => {
      const description = t("pinnedAbout", { count: moved });
      toast.show({ tone: "ok", title: t("pinned", { street: doubt.street }), description });
    },
    onError: (error, { doubt }) => {
      show(doubt.locationId);
      refuse(t("notPinned", { street: doubt.street }), error);
    },
    onSettled: () => refetch(),
  });
}

/** The queue of addresses in doubt, and settling one: it leaves the queue at once and comes back if refused. */
export function useDoubts(projectId: string, date: string | null) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [settled, setSettled] = useState<ReadonlySet<string>>(new Set());
  const query = useInfiniteQuery(
    trpc.location.doubtful.infiniteQueryOptions(
      { projectId, ...(date && { date }), limit: PAGE_ROWS },
      { getNextPageParam: (page) => page.nextCursor, refetchInterval: lookAgainWhileWaiting },
    ),
  );
  const refetch = useCallback(
    () => queryClient.invalidateQueries({ queryKey: trpc.location.doubtful.pathKey() }),
    [queryClient, trpc],
  );
  const onEvents = useCallback(
    (events: readonly LiveEvent[]) => {
      if (events.some(({ type }) => CHANGES_QUEUE.test(type))) void refetch();
    },
    [refetch],
  );
  useLiveEvents(onEvents);
  const settle = useSettle(
    (id) => setSettled((before) => new Set([...before, id])),
    (id) => setSettled((before) => new Set([...before].filter((each) => each !== id))),
    refetch,
  );
  const pages = query.data?.pages;
  const fetched = useMemo(() => pages?.flatMap((page) => page.rows) ?? [], [pages]);
  const rows = useMemo(() => fetched.filter(({ locationId }) => !settled.has(locationId)), [fetched, settled]);
  const counted = pages?.[0];
  return {
    query,
    rows,
    total: counted ? Math.max(rows.length, counted.addresses - (fetched.length - rows.length)) : null,
    pending: counted?.pending ?? 0,
    waitingSince: counted?.waitingSince ?? null,
    settle: (doubt: DoubtfulAddress, answer: DoorAnswer) => settle.mutate({ doubt, answer }),
  };
}
