"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useRefusalToast } from "@/components/lib/use-refusal-toast";
import { useWords } from "@/components/lib/words/words-context";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import {
  needsReason,
  OUTCOME_REASONS,
  OUTCOMES,
  type Outcome,
  type OutcomeReason,
} from "@/server/domain/execution/outcome";
import { useBoard, useBoardSession } from "../board-context";
import { useBoardStoreApi } from "../board-store";
import { planKeys } from "../plan-keys";
import { ReportTimeField } from "./report-time-field";

/** How stops ended, said by the desk for a driver who has telephoned or whose phone is dead. */
export function ReportDialog({ routeId, visitIds }: { routeId: string; visitIds: readonly string[] }) {
  const t = useWords("boardLive");
  const common = useWords("common");
  const outcomes = useWords("outcomes");
  const store = useBoardStoreApi();
  const { gateway, planId } = useBoardSession();
  const { board } = useBoard();
  const { midnightEpochMs } = board.plan;
  const queries = useQueryClient();
  const refuse = useRefusalToast();
  const [outcome, setOutcome] = useState<Outcome>("delivered");
  const [reason, setReason] = useState<OutcomeReason>("nobody-home");
  const [note, setNote] = useState("");
  const [atSeconds, setAtSeconds] = useState(() => (Date.now() - midnightEpochMs) / 1000);
  const close = () => store.setState({ dialog: null });
  const names = visitIds.map((id) => board.visits.get(id)?.name || board.visits.get(id)?.externalId || "");
  const report = useMutation({
    mutationFn: () =>
      gateway.reportForDriver(routeId, {
        visitIds,
        outcome,
        reason: needsReason(outcome) ? reason : null,
        note,
        occurredAt: new Date(midnightEpochMs + atSeconds * 1000),
      }),
    onSuccess: () => {
      store.setState({ dialog: null, announcement: t("reported", { outcome: t(`stop.${outcome}`) }) });
      return queries.invalidateQueries({ queryKey: planKeys.runs(planId) });
    },
    onError: (error) => refuse(t("notReported"), error),
  });
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && close()}
      title={t("reportTitle")}
      description={t.format.list(names.slice(0, 3))}
      size="sm"
      footer={
        <>
          <Button onClick={close}>{common("cancel")}</Button>
          <Button variant="primary" disabled={report.isPending} onClick={() => report.mutate()}>
            {t("report")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <Select
          label={t("outcome")}
          value={outcome}
          onValueChange={setOutcome}
          options={OUTCOMES.map((value) => ({ value, label: t(`stop.${value}`) }))}
        />
        {needsReason(outcome) ? (
          <Select
            label={t("reason")}
            value={reason}
            onValueChange={setReason}
            options={OUTCOME_REASONS.map((value) => ({ value, label: outcomes(`reason.${value}`) }))}
          />
        ) : null}
        <ReportTimeField seconds={atSeconds} onSecondsChange={setAtSeconds} />
        <TextArea label={t("note")} value={note} onValueChange={setNote} rows={2} maxLength={2000} />
      </div>
    </Dialog>
  );
}
