"use client";
import { useState } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { VirtualList } from "@/components/ui/virtual-list";
import { type BoardVisit, boardVisit } from "@/server/domain/plan/plan-board";
import { useBoard, useBoardSession } from "../board-context";
import { RolledOverChip } from "../rolled-over-chip";
import { boardChecks } from "./board-checks";
import { NothingLeft } from "./nothing-left";
import { RollOverBar } from "./roll-over-bar";
import { UnassignedReasons } from "./unassigned-reasons";
import { useShowOnBoard } from "./use-show-on-board";

/** Stops nobody will drive: look why, find them a place, or roll them over to another day, all or a chosen few. */
export function UnassignedCheck() {
  const t = useWords("boardCutoff");
  const { board } = useBoard();
  const { canEdit } = useBoardSession();
  const { unassigned } = boardChecks(board);
  const [chosenIds, setChosenIds] = useState<ReadonlySet<string>>(new Set());
  const chosen = unassigned.filter((visitId) => chosenIds.has(visitId));
  const deliveriesOf = (visitIds: readonly string[]) => [
    ...new Set(visitIds.map((visitId) => boardVisit(board, visitId).deliveryId)),
  ];
  const toggle = (visitId: string, isChosen: boolean) =>
    setChosenIds((before) => {
      const next = new Set(before);
      if (isChosen) next.add(visitId);
      else next.delete(visitId);
      return next;
    });
  return (
    <>
      <VirtualList
        label={t("check.unassigned")}
        items={unassigned}
        itemKey={(visitId) => visitId}
        estimateHeight={60}
        empty={<NothingLeft title={t("none.unassigned")} />}
        renderItem={(visitId) => (
          <UnassignedRow
            visit={boardVisit(board, visitId)}
            isChosen={chosenIds.has(visitId)}
            onChoose={canEdit ? (isChosen) => toggle(visitId, isChosen) : undefined}
          />
        )}
      />
      {canEdit && unassigned.length > 0 ? (
        <RollOverBar
          deliveryIds={deliveriesOf(chosen.length > 0 ? chosen : unassigned)}
          isAll={chosen.length === 0}
          onRolledOver={() => setChosenIds(new Set())}
        />
      ) : null}
    </>
  );
}

interface UnassignedRowProps {
  readonly visit: BoardVisit;
  readonly isChosen: boolean;
  readonly onChoose: ((isChosen: boolean) => void) | undefined;
}

function UnassignedRow({ visit, isChosen, onChoose }: UnassignedRowProps) {
  const t = useWords("boardCutoff");
  const { board } = useBoard();
  const show = useShowOnBoard();
  const name = visit.name || visit.externalId;
  const [window] = visit.windows;
  return (
    <div className="flex items-center gap-3 border-line border-b px-4 py-2" data-visit-id={visit.id}>
      {onChoose ? (
        <Checkbox label={t("rollOver.choose", { name })} hideLabel checked={isChosen} onCheckedChange={onChoose} />
      ) : null}
      <span className="min-w-0 flex-1">
        <span className="flex items-center gap-1.5">
          <span className="min-w-0 truncate font-medium">{name}</span>
          {visit.role === "pickup" ? <Badge>{t("contact.pickup")}</Badge> : null}
          <RolledOverChip rolledOver={visit.rolledOver} />
        </span>
        <span className="block truncate text-ink-muted text-sm tabular-nums">
          {[
            window ? t.format.timeRange(window.fromSeconds, window.toSeconds) : t("anyTime"),
            visit.externalId,
            visit.street,
          ]
            .filter(Boolean)
            .join(" · ")}
        </span>
        <UnassignedReasons visit={visit} dimensions={board.plan.loadDimensions} />
      </span>
      <Button size="sm" onClick={() => show({ kind: "stop", id: visit.id })}>
        {t("findPlace")}
      </Button>
    </div>
  );
}
