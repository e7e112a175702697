"use client";
import { useState } from "react";
import { sayFault } from "@/components/lib/say-fault";
import { useWords } from "@/components/lib/words/words-context";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/text-field";
import { columnOfIssue, issuesOf, type ReviewCell, WHOLE_ROW } from "./next-fault";
import type { ImportRow } from "./use-review-rows";

export type CellDialogProps = {
  row: ImportRow;
  cell: ReviewCell;
  heading: string;
  onSave: (text: string) => void;
  onSkip: () => void;
  onClose: () => void;
};

/** The phone's way to put one cell right. */
export function CellDialog({ row, cell, heading, onSave, onSkip, onClose }: CellDialogProps) {
  const common = useWords("common");
  const t = useWords("orderIntake");
  const words = useWords("faults");
  const isWhole = cell.column === WHOLE_ROW;
  const [text, setText] = useState(row.cells[cell.column] ?? "");
  const messages = [...issuesOf(row, "errors"), ...issuesOf(row, "warnings")]
    .filter((issue) => columnOfIssue(issue) === cell.column)
    .map((issue) => sayFault(words, issue));
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("line", { number: String(row.rowNumber) })}
      description={row.cells.filter(Boolean).slice(0, 4).join(" · ")}
      footer={
        <>
          <Button onClick={onSkip}>{t("leaveLineOut")}</Button>
          {isWhole ? null : (
            <Button variant="primary" onClick={() => onSave(text)}>
              {common("save")}
            </Button>
          )}
        </>
      }
    >
      {isWhole ? (
        <p>{messages.join(" ")}</p>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            onSave(text);
          }}
        >
          <TextField label={heading} error={messages.join(" ") || undefined} value={text} onValueChange={setText} />
        </form>
      )}
    </Dialog>
  );
}
