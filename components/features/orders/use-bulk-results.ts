"use client";
import { useCallback, useState } from "react";
import { formatCount } from "@/components/lib/format";
import { useToast } from "@/components/ui/toast";
import type { BulkVerdict } from "./bulk-edit-dialog";
import type { DeleteVerdict } from "./delete-orders-dialog";
import type { RefusedOrder } from "./refusals-dialog";

export type BulkRefusals = { title: string; refused: readonly RefusedOrder[] };

const orders = (count: number) => `${formatCount(count)} ${count === 1 ? "order" : "orders"}`;

/** Says what became of a bulk act: a toast for what worked, a list for what did not. */
export function useBulkResults() {
  const toast = useToast();
  const [refusals, setRefusals] = useState<BulkRefusals>();
  const report = useCallback(
    (verdicts: readonly (BulkVerdict | DeleteVerdict)[], verb: "changed" | "deleted") => {
      const refused = verdicts.flatMap((verdict, index) => {
        if (verdict.outcome !== "refused") return [];
        const { deliveryId, externalId, message } = verdict;
        const id = deliveryId ?? `row-${index}`;
        return [{ id, name: externalId ?? "Order without a number", message: message ?? "" }];
      });
      const same = verdicts.filter(({ outcome }) => outcome === "unchanged").length;
      const done = verdicts.length - refused.length - same;
      const rest = same > 0 ? `${orders(same)} had it already.` : undefined;
      if (done > 0 || refused.length === 0)
        toast.show({ tone: "ok", title: `${orders(done)} ${verb}`, description: rest });
      setRefusals(refused.length > 0 ? { title: `${orders(refused.length)} not ${verb}`, refused } : undefined);
    },
    [toast],
  );
  return { refusals, report, clear: () => setRefusals(undefined) };
}
