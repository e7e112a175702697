"use client";
import clsx from "clsx";
import { X } from "lucide-react";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { Field } from "@/components/ui/field";

export type WordsFieldProps = {
  label: string;
  hint?: string;
  error?: string;
  value: readonly string[];
  onChange: (value: string[]) => void;
  /** Offered while typing. */
  suggestions?: readonly string[];
  placeholder?: string;
  className?: string;
};

const SEPARATORS = /[,;\t\n]+/;

/** The list with the text's words added, each once, whatever its letters' case. */
export function withWords(list: readonly string[], text: string): string[] {
  const next = [...list];
  for (const word of text.split(SEPARATORS).map((each) => each.trim().slice(0, 60))) {
    if (word !== "" && !next.some((each) => each.toLowerCase() === word.toLowerCase())) next.push(word);
  }
  return next;
}

function WordChip({ word, onRemove }: { word: string; onRemove: () => void }) {
  const t = useWords("orders");
  return (
    <span className="inline-flex h-6 max-w-full items-center rounded-sm bg-pressed pl-2 text-sm">
      <span className="truncate">{word}</span>
      <button
        type="button"
        aria-label={t("removeWord", { word })}
        onClick={onRemove}
        className="grid size-6 shrink-0 place-items-center rounded-sm text-ink-muted hover:text-ink"
      >
        <X aria-hidden="true" className="size-3" />
      </button>
    </span>
  );
}

/** A list of words as chips: Enter or a comma ends one, Backspace takes the last one back, a pasted list is split. */
export function WordsField({
  label,
  hint,
  error,
  value,
  onChange,
  suggestions = [],
  placeholder,
  className,
}: WordsFieldProps) {
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState("");
  function commit(more: string) {
    const next = withWords(value, more);
    if (next.length !== value.length) onChange(next);
    setText("");
  }
  function remove(word: string) {
    onChange(value.filter((each) => each !== word));
    input.current?.focus();
  }
  function onKeyDown(event: KeyboardEvent) {
    const isChord = event.ctrlKey || event.metaKey;
    if (event.key === "Enter" && !isChord && text.trim() !== "") {
      event.preventDefault();
      commit(text);
    }
    if (event.key === "Backspace" && text === "" && value.length > 0) onChange(value.slice(0, -1));
  }
  return (
    <Field label={label} hint={hint} error={error} className={className}>
      <span
        className={clsx(
          "control flex h-auto! min-h-8 flex-wrap items-center gap-1 px-1.5 py-0.75 pointer-coarse:min-h-10",
          error && "border-alert!",
        )}
      >
        {value.map((word) => (
          <WordChip key={word} word={word} onRemove={() => remove(word)} />
        ))}
        <input
          ref={input}
          aria-label={label}
          list={suggestions.length > 0 ? listId : undefined}
          value={text}
          placeholder={value.length === 0 ? placeholder : undefined}
          onChange={({ target }) => (SEPARATORS.test(target.value) ? commit(target.value) : setText(target.value))}
          onBlur={() => commit(text)}
          onKeyDown={onKeyDown}
          className="h-6 min-w-16 flex-1 bg-transparent px-1 outline-none"
        />
      </span>
      <datalist id={listId}>
        {suggestions.map((word) => (value.includes(word) ? null : <option key={word} value={word} />))}
      </datalist>
    </Field>
  );
}
