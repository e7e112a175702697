"use client";
import { useCallback, useState } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { useToast } from "@/components/ui/toast";
import type { BulkVerdict } from "./bulk-edit-dialog";
import type { CancelVerdict } from "./cancel-orders-dialog";
import type { DeleteVerdict } from "./delete-orders-dialog";
import type { RefusedOrder } from "./refusals-dialog";

export type BulkRefusals = { title: string; refused: readonly RefusedOrder[] };

/** Says what became of a bulk act: a toast for what worked, a list for what did not. `onSettled`: nothing is left to read. */
export function useBulkResults(onSettled?: () => void) {
  const t = useWords("orders");
  const toast = useToast();
  const [refusals, setRefusals] = useState<BulkRefusals>();
  const report = useCallback(
    (verdicts: readonly (BulkVerdict | CancelVerdict | DeleteVerdict)[], verb: "changed" | "cancelled" | "deleted") => {
      const refused = verdicts.flatMap((verdict, index) => {
        if (verdict.outcome !== "refused") return [];
        const { deliveryId, externalId, message } = verdict;
        const id = deliveryId ?? `row-${index}`;
        return [{ id, name: externalId ?? t("orderNoNumber"), message: message ?? "" }];
      });
      const same = verdicts.filter(({ outcome }) => outcome === "unchanged").length;
      const done = verdicts.length - refused.length - same;
      const rest = same > 0 ? t("done.same", { count: same }) : undefined;
      if (done > 0 || refused.length === 0)
        toast.show({ tone: "ok", title: t(`done.${verb}`, { count: done }), description: rest });
      if (refused.length === 0) onSettled?.();
      setRefusals(refused.length > 0 ? { title: t(`refused.${verb}`, { count: refused.length }), refused } : undefined);
    },
    [toast, t, onSettled],
  );
  const clear = () => {
    setRefusals(undefined);
    onSettled?.();
  };
  return { refusals, report, clear };
}
