"use client";
import { useWords } from "@/components/lib/words/words-context";
import { type PlanBoard, stopPlaces } from "@/server/domain/plan/plan-board";
import type { BoardCommands } from "../commands/use-board-commands";
import { formatLoad } from "../describe-rule-break";
import { CommandButton } from "../top-bar/command-button";
import { FactList } from "./fact-list";
import { InspectorSection } from "./inspector-section";

export interface SelectionInspectorProps {
  readonly board: PlanBoard;
  readonly visitIds: readonly string[];
  readonly commands: BoardCommands;
}

const ACTS = [
  "move-to",
  "unassign",
  "lock-driver",
  "lock-position",
  "lock-time",
  "change-orders",
  "roll-over",
  "cancel-orders",
  "notify-drivers",
  "export-stops",
];

/** Several stops: where they are now, what they weigh together, and what can be done with them. */
export function SelectionInspector({ board, visitIds, commands }: SelectionInspectorProps) {
  const t = useWords("boardInspector");
  const common = useWords("common");
  const places = stopPlaces(board);
  const counts = new Map<number | null, number>();
  for (const id of visitIds) {
    const number = places.get(id)?.route.number ?? null;
    counts.set(number, (counts.get(number) ?? 0) + 1);
  }
  const dimensions = board.plan.loadDimensions;
  const totals = dimensions.map((_, index) =>
    visitIds.reduce((sum, id) => {
      const visit = board.visits.get(id);
      return sum + (visit ? visit.deliver[index]! + visit.pickup[index]! : 0);
    }, 0),
  );
  return (
    <>
      <InspectorSection>
        <h2 className="font-semibold text-lg tabular-nums">{common("stops", { count: visitIds.length })}</h2>
        <div className="flex flex-wrap gap-2">
          {ACTS.map((id) => (
            <CommandButton key={id} commands={commands} id={id} size="sm" variant="secondary" />
          ))}
        </div>
      </InspectorSection>
      <InspectorSection title={t("selection.where")}>
        <FactList
          facts={[...counts].slice(0, 12).map(([number, count]) => ({
            label: number === null ? t("selection.unassigned") : t("selection.onRoute", { number }),
            value: t.format.count(count),
          }))}
        />
        {counts.size > 12 ? <p className="text-ink-muted">{t("selection.more", { count: counts.size - 12 })}</p> : null}
      </InspectorSection>
      <InspectorSection title={t("selection.together")}>
        <FactList
          facts={dimensions.flatMap(({ name }, index) =>
            totals[index] ? [{ label: name, value: formatLoad(t.format, totals[index], index, dimensions) }] : [],
          )}
        />
      </InspectorSection>
    </>
  );
}
