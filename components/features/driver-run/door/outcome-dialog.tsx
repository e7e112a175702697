"use client";
import { useState } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { Dialog } from "@/components/ui/dialog";
import { OUTCOME_REASONS, type Outcome, type OutcomeReason } from "@/server/domain/execution/outcome";
import type { SheetStop } from "@/server/domain/plan/route-sheet";
import { BigButton } from "../parts/big-button";
import { ChoiceList } from "../parts/choice-list";
import { DialogActions } from "../parts/dialog-actions";
import { outcomeText } from "../parts/stop-words";

const OUTCOMES = ["attempted", "failed", "partial"] as const;

export interface OutcomeDialogProps {
  readonly stop: SheetStop;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly onConfirm: (outcome: Outcome, reason: OutcomeReason) => void;
}

/** How a door ended otherwise than hoped, and why. */
export function OutcomeDialog({ stop, open, onOpenChange, onConfirm }: OutcomeDialogProps) {
  const t = useWords("driverRun");
  const outcomes = useWords("outcomes");
  const [outcome, setOutcome] = useState<(typeof OUTCOMES)[number] | null>(null);
  const [reason, setReason] = useState<OutcomeReason | null>(null);
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t("outcomeTitle")}>
      <div className="flex flex-col gap-4">
        <ChoiceList
          label={t("outcomeTitle")}
          choices={OUTCOMES.map((value) => ({ value, label: outcomeText(t, stop, value) }))}
          value={outcome}
          onChange={setOutcome}
        />
        {outcome ? (
          <>
            <h3 className="font-semibold text-lg">{t("reasonTitle")}</h3>
            <ChoiceList
              label={t("reasonTitle")}
              choices={OUTCOME_REASONS.map((value) => ({ value, label: outcomes(`reason.${value}`) }))}
              value={reason}
              onChange={setReason}
            />
          </>
        ) : null}
        <DialogActions>
          <BigButton
            look="primary"
            className="w-full"
            disabled={!outcome || !reason}
            onClick={() => outcome && reason && onConfirm(outcome, reason)}
          >
            {t("save")}
          </BigButton>
        </DialogActions>
      </div>
    </Dialog>
  );
}
