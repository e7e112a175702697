"use client";
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "@/components/lib/trpc";
import { useLiveRefresh } from "@/components/lib/use-live-refresh";
import { useRefusalToast } from "@/components/lib/use-refusal-toast";
import { useWords } from "@/components/lib/words/words-context";
import type { ExceptionAct } from "@/server/domain/exception/exception-act";

/** Figures of what stands go on changing quietly: they are asked for again so often. */
const REFETCH_MS = 30_000;

/** What waits, soonest due first, or what was closed; kept true by live events. */
export function useExceptions(isClosed: boolean) {
  const trpc = useTRPC();
  const list = useQuery({
    ...trpc.exception.list.queryOptions({ isClosed }),
    placeholderData: keepPreviousData,
    refetchInterval: REFETCH_MS,
  });
  useLiveRefresh(/^(exception\.|route\.arrivals-changed|delivery\.changed)/, [trpc.exception.pathKey()]);
  return list;
}

/** Does something with an exception, and says so when it is refused. */
export function useExceptionAct() {
  const t = useWords("exceptions");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const refuse = useRefusalToast();
  const { mutate, isPending } = useMutation(
    trpc.exception.act.mutationOptions({
      onError: (error) => refuse(t("notDone"), error),
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.exception.pathKey() }),
    }),
  );
  return { isPending, act: (id: string, act: ExceptionAct) => mutate({ ids: [id], act }) };
}
