"use client";
import { Check, Flag, X } from "lucide-react";
import { useWords } from "@/components/lib/words/words-context";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";

export type DecisionBarProps = {
  note: string;
  onNote: (note: string) => void;
  onDecide: (state: "approved" | "flagged" | "rejected") => void;
};

/** The three answers and a word to go with them; on a phone at the thumb. */
export function DecisionBar({ note, onNote, onDecide }: DecisionBarProps) {
  const t = useWords("proofReview");
  return (
    <div className="flex shrink-0 flex-col gap-2 border-line border-t bg-surface p-3 sm:flex-row sm:items-center">
      <TextField
        label={t("yourNote")}
        hideLabel
        placeholder={t("yourNote")}
        value={note}
        maxLength={2000}
        onValueChange={onNote}
        className="min-w-0 flex-1"
      />
      <div className="grid grid-cols-3 gap-2 sm:flex">
        <Button icon={<X />} onClick={() => onDecide("rejected")} className="pointer-coarse:min-h-12">
          {t("reject")}
        </Button>
        <Button icon={<Flag />} onClick={() => onDecide("flagged")} className="pointer-coarse:min-h-12">
          {t("flag")}
        </Button>
        <Button
          variant="primary"
          icon={<Check />}
          onClick={() => onDecide("approved")}
          className="pointer-coarse:min-h-12"
        >
          {t("approve")}
        </Button>
      </div>
    </div>
  );
}
