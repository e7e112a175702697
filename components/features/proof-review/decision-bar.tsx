"use client";
import { Check, Flag, X } from "lucide-react";
import { useWords } from "@/components/lib/words/words-context";
import { Button } from "@/components/ui/button";
import { KeyboardHint } from "@/components/ui/keyboard-hint";
import { TextField } from "@/components/ui/text-field";

export type DecisionBarProps = {
  /** How many are selected; 0: the one that is looked at is meant. */
  selected: number;
  note: string;
  onNote: (note: string) => void;
  onDecide: (state: "approved" | "flagged" | "rejected") => void;
};

const ANSWERS = [
  { state: "rejected", word: "reject", keys: "R", icon: <X /> },
  { state: "flagged", word: "flag", keys: "F", icon: <Flag /> },
  { state: "approved", word: "approve", keys: "A", icon: <Check /> },
] as const;

/** The three answers and a word to go with them; on a phone at the thumb. */
export function DecisionBar({ selected, note, onNote, onDecide }: DecisionBarProps) {
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
        {ANSWERS.map(({ state, word, keys, icon }) => (
          <Button
            key={state}
            variant={state === "approved" ? "primary" : undefined}
            icon={icon}
            onClick={() => onDecide(state)}
            className="pointer-coarse:min-h-12"
          >
            <span className="inline-flex items-center gap-2">
              {selected > 0 ? t(`${word}Many`, { count: selected }) : t(word)}
              <span aria-hidden="true" className="inline-flex max-lg:hidden pointer-coarse:hidden">
                <KeyboardHint keys={keys} />
              </span>
            </span>
          </Button>
        ))}
      </div>
    </div>
  );
}
