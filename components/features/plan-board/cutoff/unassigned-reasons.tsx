"use client";
import { useWords } from "@/components/lib/words/words-context";
import { Badge } from "@/components/ui/badge";
import type { BoardVisit, PlanBoard } from "@/server/domain/plan/plan-board";
import { describeUnassigned } from "../describe-unassigned";
import { useLeftOut } from "../left-out-context";

export interface UnassignedReasonsProps {
  readonly visit: BoardVisit;
  readonly dimensions: PlanBoard["plan"]["loadDimensions"];
}

/** Why a stop is on no route, as far as anybody has found out. */
export function UnassignedReasons({ visit, dimensions }: UnassignedReasonsProps) {
  const t = useWords("boardCutoff");
  const rules = useWords("rules");
  const leftOut = useLeftOut(visit.id);
  const reasons = leftOut?.reasons.slice(0, 3) ?? [];
  if (visit.obstacle) return <Badge tone="warn">{t(`obstacle.${visit.obstacle}`)}</Badge>;
  if (reasons.length === 0) return null;
  return (
    <span className="flex flex-wrap gap-1">
      {reasons.map((reason) => (
        <Badge key={`${reason.rule} ${"subject" in reason ? reason.subject : ""}`} tone="warn">
          {describeUnassigned(rules, reason, dimensions)}
        </Badge>
      ))}
    </span>
  );
}
