"use client";
import { Plus, X } from "lucide-react";
import { type ReactNode, useId, useRef } from "react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";

export type LineListProps<Line extends { readonly key: string }> = {
  lines: readonly Line[];
  /** Names of the buttons. */
  addLabel: string;
  removeLabel: (number: string) => string;
  blank: Omit<Line, "key">;
  onChange: (lines: Line[]) => void;
  children: (line: Line, index: number, patch: (change: Partial<Line>) => void) => ReactNode;
};

/** Lines that are added, edited and removed one by one; a new one takes the focus. */
export function LineList<Line extends { readonly key: string }>(props: LineListProps<Line>) {
  const { lines, addLabel, removeLabel, blank, onChange, children } = props;
  const prefix = useId();
  const added = useRef(0);
  const list = useRef<HTMLDivElement>(null);
  function add() {
    onChange([...lines, { ...blank, key: `${prefix}${added.current++}` } as Line]);
    requestAnimationFrame(() => {
      const rows = list.current?.querySelectorAll("[data-line]");
      rows?.[rows.length - 1]?.querySelector<HTMLElement>("input, textarea, [role=combobox]")?.focus();
    });
  }
  return (
    <div ref={list} className="flex flex-col gap-2">
      {lines.map((line, index) => (
        <div key={line.key} data-line className="flex items-end gap-2">
          <div className="min-w-0 flex-1">
            {children(line, index, (change) =>
              onChange(lines.map((each) => (each.key === line.key ? { ...each, ...change } : each))),
            )}
          </div>
          <IconButton
            label={removeLabel(String(index + 1))}
            icon={<X />}
            onClick={() => onChange(lines.filter((each) => each.key !== line.key))}
          />
        </div>
      ))}
      <Button size="sm" variant="ghost" icon={<Plus aria-hidden="true" />} onClick={add} className="self-start">
        {addLabel}
      </Button>
    </div>
  );
}
