"use client";
import { type ReactNode, useState } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { Dialog } from "@/components/ui/dialog";
import { TextArea } from "@/components/ui/text-area";
import { BigButton } from "../parts/big-button";
import { ChoiceList } from "../parts/choice-list";
import { DialogActions } from "../parts/dialog-actions";
import { ROOMY } from "../parts/roomy";

export interface ReasonDialogProps<Value extends string> {
  readonly title: string;
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
  readonly confirm: string;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly onConfirm: (value: Value, note: string) => void;
  readonly children?: ReactNode;
}

/** Asks for a reason and, if wanted, a few words. */
export function ReasonDialog<Value extends string>({
  title,
  choices,
  confirm,
  open,
  onOpenChange,
  onConfirm,
  children,
}: ReasonDialogProps<Value>) {
  const t = useWords("driverRun");
  const [value, setValue] = useState<Value | null>(null);
  const [note, setNote] = useState("");
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={title}>
      <div className={`flex flex-col gap-4 ${ROOMY}`}>
        <ChoiceList label={title} choices={choices} value={value} onChange={setValue} />
        <TextArea label={t("note")} value={note} onValueChange={setNote} rows={2} />
        {children}
        <DialogActions>
          <BigButton
            look="primary"
            className="w-full"
            disabled={value === null}
            onClick={() => value && onConfirm(value, note.trim())}
          >
            {confirm}
          </BigButton>
        </DialogActions>
      </div>
    </Dialog>
  );
}
