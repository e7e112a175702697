// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid places its rows absolutely, which table elements cannot.
// biome-ignore-all lint/a11y/useFocusableInteractive: focus stays on the grid, which names the active cell by aria-activedescendant.
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the grid handles the keys.
"use client";
import clsx from "clsx";
import { useEffect, useRef } from "react";
import { useWords } from "@/components/lib/words/words-context";

export type CellEditorProps = {
  label: string;
  /** What the cell starts with: its text, or the first letter typed over it. */
  text: string;
  onCommit: (text: string, then: "stay" | "next" | "previous") => void;
  onCancel: () => void;
};

/** The cell while it is written in. Enter keeps, Tab keeps and goes on, Escape gives up. */
export function CellEditor({ label, text, onCommit, onCancel }: CellEditorProps) {
  const input = useRef<HTMLInputElement>(null);
  const isDone = useRef(false);
  useEffect(() => {
    input.current?.focus();
    const length = input.current?.value.length ?? 0;
    input.current?.setSelectionRange(length, length);
  }, []);
  function commit(then: "stay" | "next" | "previous") {
    if (isDone.current) return;
    isDone.current = true;
    onCommit(input.current?.value ?? "", then);
  }
  return (
    <input
      ref={input}
      aria-label={label}
      defaultValue={text}
      onBlur={() => commit("stay")}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === "Enter") commit("stay");
        else if (event.key === "Tab") commit(event.shiftKey ? "previous" : "next");
        else if (event.key === "Escape") {
          isDone.current = true;
          onCancel();
        } else return;
        event.preventDefault();
      }}
      className="absolute inset-0 z-10 min-w-full bg-surface px-2 outline-2 outline-focus outline-offset-[-2px]"
    />
  );
}

export type ReviewCellViewProps = {
  id: string;
  colIndex: number;
  text: string;
  /** Messages about this cell. */
  errors: readonly string[];
  warnings: readonly string[];
  isActive: boolean;
  isMuted: boolean;
  onPress: () => void;
  onOpen: () => void;
  left: number;
  width: number;
  editor?: React.ReactNode;
};

/** One cell of the file; at fault it is coloured, marked, and says why on hover. */
export function ReviewCellView(props: ReviewCellViewProps) {
  const t = useWords("orderIntake");
  const { id, colIndex, text, errors, warnings, isActive, isMuted, onPress, onOpen, left, width, editor } = props;
  const isFaulty = errors.length > 0;
  return (
    <div
      role="gridcell"
      id={id}
      aria-colindex={colIndex}
      aria-invalid={isFaulty || undefined}
      title={[...errors, ...warnings].join("\n") || undefined}
      onClick={onPress}
      onDoubleClick={onOpen}
      style={{ left, width }}
      className={clsx(
        "absolute inset-y-0 flex items-center border-line border-r px-2",
        isFaulty && "bg-alert-soft text-alert shadow-[inset_3px_0_0_var(--alert)]",
        !isFaulty && warnings.length > 0 && "bg-warn-soft text-warn",
        isMuted && "text-ink-muted line-through",
        isActive && "outline-2 outline-focus outline-offset-[-2px]",
      )}
    >
      <span className="truncate">
        {text || (isFaulty ? <span className="italic opacity-80">{t("empty")}</span> : "")}
      </span>
      {editor}
    </div>
  );
}
