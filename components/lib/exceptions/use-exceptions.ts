"use client";
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef } from "react";
import type { LiveEvent } from "@/components/lib/live-events";
import { useTRPC } from "@/components/lib/trpc";
import { useLiveRefresh } from "@/components/lib/use-live-refresh";
import { useRefusalToast } from "@/components/lib/use-refusal-toast";
import { useWords } from "@/components/lib/words/words-context";
import type { ExceptionAct } from "@/server/domain/exception/exception-act";

/** Figures of what stands go on changing quietly: they are asked for again so often. */
const REFETCH_MS = 30_000;
const GATHER_MS = 300;
/** What makes exceptions, or ends them. */
const EXCEPTION_NEWS = /^(exception\.|route\.arrivals-changed|delivery\.changed)/;

/** What waits, soonest due first, or what was closed; kept true by live events. */
export function useExceptions(isClosed: boolean) {
  const trpc = useTRPC();
  const list = useQuery({
    ...trpc.exception.list.queryOptions({ isClosed }),
    placeholderData: keepPreviousData,
    refetchInterval: REFETCH_MS,
  });
  useLiveRefresh(EXCEPTION_NEWS, [trpc.exception.pathKey(), trpc.event.timeline.queryKey()]);
  return list;
}

/** What waits of one plan; whoever shows it tells when there is news. */
export function usePlanExceptions(planId: string, enabled: boolean) {
  const trpc = useTRPC();
  return useQuery({
    ...trpc.exception.list.queryOptions({ isClosed: false, planId }),
    enabled,
    refetchInterval: REFETCH_MS,
  });
}

/** Hears what happens to a plan, and has what shows its exceptions ask again. */
export function useExceptionNews(planId: string): (events: readonly LiveEvent[]) => void {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const timer = useRef(0);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  return useCallback(
    (events) => {
      if (timer.current || !events.some((event) => event.planId === planId && event.entity === "exception")) return;
      timer.current = window.setTimeout(() => {
        timer.current = 0;
        void queries.invalidateQueries({ queryKey: trpc.exception.pathKey() });
      }, GATHER_MS);
    },
    [planId, queries, trpc],
  );
}

/** Does something with exceptions, and says so when it is refused. */
export function useExceptionAct() {
  const t = useWords("exceptionFacts");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const refuse = useRefusalToast();
  const { mutate, isPending } = useMutation(
    trpc.exception.act.mutationOptions({
      onError: (error) => refuse(t("notDone"), error),
      onSettled: async () => {
        await queries.invalidateQueries({ queryKey: trpc.exception.pathKey() });
        await queries.invalidateQueries({ queryKey: trpc.event.timeline.queryKey() });
      },
    }),
  );
  return {
    isPending,
    act: (ids: string | readonly string[], act: ExceptionAct, onDone?: () => void) =>
      mutate({ ids: typeof ids === "string" ? [ids] : [...ids], act }, { onSuccess: onDone }),
  };
}
