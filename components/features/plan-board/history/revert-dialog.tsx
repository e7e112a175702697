"use client";
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
  const named = truths.slice(0, MOST_NAMED).map((truth) => describeTruth(truth, board));
  const more = truths.length - named.length;
  const since = named.length === 0 ? text : `${named.join("; ")}${more > 0 ? `; and ${more} more` : ""}.`;
  const edit = label ? `“${label}”` : "this edit";
  const doing = direction === "undo" ? `Taking back ${edit}` : `Doing ${edit} again`;
  return (
    <AlertDialog
      open
      onOpenChange={(isOpen) => !isOpen && store.setState({ dialog: null })}
      title="Changed by others since"
      description={`${since} ${doing} now puts those stops elsewhere again, as a new change.`}
      confirmLabel={direction === "undo" ? "Revert as a new change" : "Do it as a new change"}
      onConfirm={onConfirm}
    />
  );
}
