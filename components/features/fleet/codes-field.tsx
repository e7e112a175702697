"use client";
import { type KeyboardEvent, useState } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { Chip } from "@/components/ui/chip";
import { TextField } from "@/components/ui/text-field";

export type CodesFieldProps = {
  label: string;
  hint?: string;
  placeholder?: string;
  values: readonly string[];
  onValuesChange: (values: string[]) => void;
  /** Words used elsewhere, offered so that the same thing is spelt the same way. */
  suggestions: readonly string[];
  disabled?: boolean;
};

/** Short words as chips: Enter or a comma adds what is typed, Backspace in the empty field takes the last one back. */
export function CodesField({
  label,
  hint,
  placeholder,
  values,
  onValuesChange,
  suggestions,
  disabled,
}: CodesFieldProps) {
  const t = useWords("fleet");
  const [typed, setTyped] = useState("");
  const unused = suggestions.filter((word) => !values.includes(word));

  function add(text: string) {
    const words = text.split(/[,;]/).map((word) => word.trim().slice(0, 60));
    const next = [...new Set([...values, ...words.filter(Boolean)])].slice(0, 50);
    if (next.length !== values.length) onValuesChange(next);
    setTyped("");
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === "Enter" && typed.trim()) {
      event.preventDefault();
      add(typed);
    } else if (event.key === "Backspace" && typed === "" && values.length > 0) {
      onValuesChange(values.slice(0, -1));
    }
  }

  return (
    <div className="flex flex-col gap-2">
      <TextField
        label={label}
        hint={hint}
        placeholder={placeholder}
        disabled={disabled}
        value={typed}
        autoCapitalize="none"
        onValueChange={(text) => (/[,;]/.test(text) ? add(text) : setTyped(text))}
        onKeyDown={onKeyDown}
        onBlur={() => typed.trim() && add(typed)}
      />
      <ChosenCodes
        label={label}
        values={values}
        onRemove={disabled ? undefined : (word) => onValuesChange(values.filter((each) => each !== word))}
      />
      {unused.length > 0 && !disabled ? (
        <p className="flex flex-wrap items-center gap-1.5 text-ink-muted text-sm">
          {t("usedBefore")}
          {unused.slice(0, 8).map((word) => (
            <Chip key={word} onClick={() => add(word)}>
              {word}
            </Chip>
          ))}
        </p>
      ) : null}
    </div>
  );
}

type ChosenCodesProps = { label: string; values: readonly string[]; onRemove?: (word: string) => void };

function ChosenCodes({ label, values, onRemove }: ChosenCodesProps) {
  const t = useWords("fleet");
  if (values.length === 0) return null;
  return (
    <ul aria-label={label} className="flex flex-wrap gap-1.5">
      {values.map((word) => (
        <li key={word} className="max-w-full">
          <Chip
            selected
            disabled={!onRemove}
            onRemove={onRemove && (() => onRemove(word))}
            removeLabel={t("removeWord", { word })}
          >
            {word}
          </Chip>
        </li>
      ))}
    </ul>
  );
}
