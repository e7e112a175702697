"use client";
import { useWords } from "@/components/lib/words/words-context";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { useBoard } from "../board-context";
import { type RevertQuestion, useBoardStoreApi } from "../board-store";
import { describeTruth } from "../conflicts/describe-conflict";

const MOST_NAMED = 3;

/** Somebody else has moved the same stops since: taking the edit back would be a change of its own, so it is asked. */
export function RevertDialog({ question, onConfirm }: { question: RevertQuestion; onConfirm: () => void }) {
  const { board } = useBoard();
  const store = useBoardStoreApi();
  const { direction, label, truths, text } = question;
  const t = useWords("boardPresence");
  const named = t.format.list(truths.slice(0, MOST_NAMED).map((truth) => describeTruth(t, truth, board)));
  const more = truths.length - MOST_NAMED;
  const told = more > 0 ? t("revertMore", { truths: named, count: more }) : t("revertOnly", { truths: named });
  const values = { since: truths.length === 0 ? text : told, label };
  return (
    <AlertDialog
      open
      onOpenChange={(isOpen) => !isOpen && store.setState({ dialog: null })}
      title={t("revertTitle")}
      description={direction === "undo" ? t("revertUndo", values) : t("revertRedo", values)}
      confirmLabel={direction === "undo" ? t("revertConfirm") : t("redoConfirm")}
      cancelLabel={t("cancel")}
      onConfirm={onConfirm}
    />
  );
}
