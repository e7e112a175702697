"use client";
import { useState } from "react";
import { useTRPCClient } from "@/components/lib/trpc";
import { useRefusalToast } from "@/components/lib/use-refusal-toast";
import { useWords } from "@/components/lib/words/words-context";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import type { BoardVisit } from "@/server/domain/plan/plan-board";
import { useBoardSession } from "../board-context";
import { RolledOverChip } from "../rolled-over-chip";

/** Of an order that was rolled over: from which day, and while it is on no route the way back there. */
export function RolledOverNote({ visit, isPlanned }: { visit: BoardVisit; isPlanned: boolean }) {
  const t = useWords("boardCutoff");
  const { actions, planId, canEdit } = useBoardSession();
  const client = useTRPCClient();
  const toast = useToast();
  const refuse = useRefusalToast();
  const [isPending, setPending] = useState(false);
  if (!visit.rolledOver) return null;
  const bringBack = () => {
    setPending(true);
    actions
      .change(
        async (mutationId) => {
          const deliveryIds = [visit.deliveryId];
          const result = await client.plan.bringBack.mutate({ planId, mutationId, deliveryIds });
          const refusal = result.verdicts[0]?.refusal;
          if (refusal) toast.show({ tone: "warn", title: t("notBroughtBack"), description: t(`refusal.${refusal}`) });
          else toast.show({ tone: "ok", title: t("broughtBack", { count: 1 }) });
          return result;
        },
        t("broughtBack", { count: 1 }),
      )
      .catch((error: unknown) => refuse(t("notBroughtBack"), error))
      .finally(() => setPending(false));
  };
  return (
    <p className="flex items-center gap-2">
      <RolledOverChip rolledOver={visit.rolledOver} />
      {canEdit && !isPlanned ? (
        <Button size="sm" variant="ghost" loading={isPending} onClick={bringBack}>
          {t("bringBack")}
        </Button>
      ) : null}
    </p>
  );
}
