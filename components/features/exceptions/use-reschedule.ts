"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { RouterOutput } from "@/components/lib/router-types";
import { useTRPC, useTRPCClient } from "@/components/lib/trpc";
import { useRefusalToast } from "@/components/lib/use-refusal-toast";
import { useWords } from "@/components/lib/words/words-context";
import { useToast } from "@/components/ui/toast";
import type { ConcernedStop } from "./concerned-stops";

interface RescheduleParts {
  readonly planId: string;
  readonly onDone: () => void;
}

interface Rescheduling {
  readonly date: string;
  readonly movePromises: boolean;
  /** The routes in the versions that were seen. */
  readonly confirmed: RouterOutput["plan"]["previewMove"]["base"];
}

/** Two edits of the board, each of which can be undone there: off the route, and to the other day. */
export function useReschedule({ planId, onDone }: RescheduleParts) {
  const t = useWords("exceptions");
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();
  const toast = useToast();
  const refuse = useRefusalToast();
  const [isPending, setPending] = useState(false);

  async function run(stops: readonly ConcernedStop[], { date, movePromises, confirmed }: Rescheduling) {
    const visitIds = stops.flatMap(({ visitId, routeId }) => (routeId === null ? [] : [visitId]));
    const to = { kind: "pool" as const };
    if (visitIds.length > 0) {
      const mutationId = crypto.randomUUID();
      await client.plan.moveStops.mutate({ planId, mutationId, visitIds, to, confirmed: [...confirmed] });
    }
    const deliveryIds = [...new Set(stops.map(({ deliveryId }) => deliveryId))];
    const { verdicts } = await client.plan.rollOver.mutate({
      planId,
      mutationId: crypto.randomUUID(),
      deliveryIds,
      toDate: date,
      movePromises,
    });
    const stayed = verdicts.filter(({ refusal }) => refusal !== null).length;
    const gone = deliveryIds.length - stayed;
    if (gone > 0) toast.show({ tone: "ok", title: t("reschedule.done", { count: gone, date: t.format.date(date) }) });
    if (stayed > 0) toast.show({ tone: "warn", title: t("reschedule.stayed", { count: stayed }) });
    onDone();
  }

  const reschedule = (stops: readonly ConcernedStop[], how: Rescheduling) => {
    setPending(true);
    run(stops, how)
      .catch((error: unknown) => refuse(t("reschedule.failed"), error))
      .finally(() => {
        setPending(false);
        void queries.invalidateQueries({ queryKey: trpc.exception.pathKey() });
      });
  };
  return { reschedule, isPending };
}
