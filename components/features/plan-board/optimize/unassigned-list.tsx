"use client";
import { useWords } from "@/components/lib/words/words-context";
import { Badge } from "@/components/ui/badge";
import { VirtualList } from "@/components/ui/virtual-list";
import type { DraftUnassigned } from "@/server/domain/plan/optimization-run";
import type { PlanBoard } from "@/server/domain/plan/plan-board";
import { describeInsertion, describeUnassigned } from "../describe-unassigned";

export interface UnassignedListProps {
  readonly unassigned: readonly DraftUnassigned[];
  readonly board: PlanBoard;
}

/** The stops that would be on no route, each with why. */
export function UnassignedList({ unassigned, board }: UnassignedListProps) {
  const t = useWords("boardOptimize");
  const rules = useWords("rules");
  const { loadDimensions } = board.plan;
  return (
    <div className="flex min-h-40 flex-1 flex-col border-line border-b last:border-b-0">
      <h3 className="shrink-0 px-4 py-1.5 font-medium text-sm">{t("staysUnassigned", { count: unassigned.length })}</h3>
      <VirtualList
        label={t("unassignedList")}
        items={unassigned}
        itemKey={({ visitId }) => visitId}
        estimateHeight={44}
        renderItem={({ visitId, reasons, insertions = [] }) => {
          const visit = board.visits.get(visitId);
          return (
            <div className="flex flex-col gap-1 border-line border-t px-4 py-1.5" data-visit-id={visitId}>
              <span className="truncate">{visit ? visit.name || visit.externalId : t("stopLeft")}</span>
              <span className="flex flex-wrap gap-1">
                {reasons.slice(0, 3).map((reason) => (
                  <Badge key={`${reason.rule} ${"subject" in reason ? reason.subject : ""}`} tone="warn">
                    {describeUnassigned(rules, reason, loadDimensions)}
                  </Badge>
                ))}
              </span>
              {insertions.slice(0, 1).map((insertion) => (
                <span key={insertion.routeId} className="truncate text-ink-muted text-sm tabular-nums">
                  {describeInsertion(rules, insertion, board)}
                </span>
              ))}
            </div>
          );
        }}
      />
    </div>
  );
}
