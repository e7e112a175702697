"use client";
import { useState } from "react";
import { useTRPCClient } from "@/components/lib/trpc";
import { useRefusalToast } from "@/components/lib/use-refusal-toast";
import { useWords } from "@/components/lib/words/words-context";
import { useToast } from "@/components/ui/toast";
import type { DayMoveRefusal } from "@/server/domain/plan/move-service-day";
import { useBoardSession } from "../board-context";

/** An order that did not go to the other day. */
export interface StayingOrder {
  readonly deliveryId: string;
  readonly refusal: DayMoveRefusal;
}

export interface RollOverParts {
  readonly onDone: (staying: readonly StayingOrder[]) => void;
  readonly openDay: () => void;
}

/** Rolls orders over as an edit of the board: seen at once, undone like any other. */
export function useRollOver({ onDone, openDay }: RollOverParts) {
  const t = useWords("boardCutoff");
  const { actions, planId } = useBoardSession();
  const client = useTRPCClient();
  const toast = useToast();
  const refuse = useRefusalToast();
  const [isPending, setPending] = useState(false);

  async function run(deliveryIds: readonly string[], toDate: string, movePromises: boolean) {
    let verdicts: readonly { readonly deliveryId: string; readonly refusal: DayMoveRefusal | null }[] = [];
    await actions.change(
      async (mutationId) => {
        const result = await client.plan.rollOver.mutate({
          planId,
          mutationId,
          deliveryIds: [...deliveryIds],
          toDate,
          movePromises,
        });
        verdicts = result.verdicts;
        return result;
      },
      t("rollOver.done", { count: deliveryIds.length, date: t.format.date(toDate, "short") }),
    );
    const gone = verdicts.filter(({ refusal }) => refusal === null).length;
    if (gone > 0) {
      toast.show({
        tone: "ok",
        title: t("rollOver.done", { count: gone, date: t.format.date(toDate, "short") }),
        action: { label: t("rollOver.open"), onClick: openDay },
      });
    }
    onDone(verdicts.flatMap(({ deliveryId, refusal }) => (refusal === null ? [] : [{ deliveryId, refusal }])));
  }

  const rollOver = (deliveryIds: readonly string[], toDate: string, movePromises: boolean) => {
    setPending(true);
    run(deliveryIds, toDate, movePromises)
      .catch((error: unknown) => refuse(t("rollOver.failed"), error))
      .finally(() => setPending(false));
  };
  return { rollOver, isPending };
}
