"use client";
import { useCallback } from "react";
import { sayRefusal } from "@/components/lib/say-refusal";
import { useTRPCClient } from "@/components/lib/trpc";
import { useWords } from "@/components/lib/words/words-context";
import { useToast } from "@/components/ui/toast";
import { useBoardSession } from "../board-context";
import { usePutInPool } from "./use-put-in-pool";

/**
 * Takes orders off the day: off their routes first, which can be undone, then out of the day, where they wait among the
 * orders without one. Answers whether all of them went.
 */
export function useExclude(): (deliveryIds: readonly string[]) => Promise<boolean> {
  const t = useWords("boardCutoff");
  const why = useWords("refusals");
  const { queue } = useBoardSession();
  const putInPool = usePutInPool();
  const client = useTRPCClient();
  const toast = useToast();
  return useCallback(
    async (deliveryIds) => {
      const wanted = new Set(deliveryIds);
      const visits = [...queue.view().board.visits.values()].filter((visit) => wanted.has(visit.deliveryId));
      await putInPool(visits.map(({ id }) => id));
      const { verdicts } = await client.order.bulkEdit.mutate({ ids: [...deliveryIds], edit: { serviceDate: null } });
      const refused = verdicts.find((verdict) => verdict.outcome === "refused");
      const gone = verdicts.filter((verdict) => verdict.outcome === "updated").length;
      if (gone > 0) toast.show({ tone: "ok", title: t("excluded", { count: gone }), description: t("excludedWhere") });
      if (refused?.outcome === "refused") {
        toast.show({
          tone: "error",
          title: t("notExcluded"),
          description: sayRefusal(why, { message: refused.message, details: { reason: refused.reason } }),
        });
      }
      return refused === undefined;
    },
    [t, why, queue, putInPool, client, toast],
  );
}
