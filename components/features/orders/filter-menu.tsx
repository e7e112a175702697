"use client";
import clsx from "clsx";
import { ChevronDown } from "lucide-react";
import { useFormats } from "@/components/lib/words/words-context";
import { Button } from "@/components/ui/button";
import { Menu } from "@/components/ui/menu";

export type FilterOption<Value extends string> = { value: Value; label: string; count?: number };

export type FilterMenuProps<Value extends string> = {
  label: string;
  options: readonly FilterOption<Value>[];
  chosen: readonly Value[] | null;
  onToggle: (value: Value) => void;
};

/** One filter as a button that says what it lets through. */
export function FilterMenu<Value extends string>({ label, options, chosen, onToggle }: FilterMenuProps<Value>) {
  const format = useFormats();
  const names = (chosen ?? []).map((value) => options.find((option) => option.value === value)?.label ?? value);
  const isOn = names.length > 0;
  const text = isOn ? `${label}: ${names[0]}${names.length > 1 ? ` +${names.length - 1}` : ""}` : label;
  return (
    <Menu
      trigger={
        <Button size="sm" className={clsx(isOn && "border-accent bg-accent-soft text-accent")}>
          <span className="inline-flex items-center gap-1">
            {text}
            <ChevronDown aria-hidden="true" className="size-3.5 opacity-70" />
          </span>
        </Button>
      }
      entries={options.map(({ value, label: name, count }) => ({
        id: value,
        label: (
          <span className="flex gap-3">
            <span className="min-w-0 flex-1 truncate">{name}</span>
            {count === undefined ? null : <span className="text-ink-muted tabular-nums">{format.count(count)}</span>}
          </span>
        ),
        checked: (chosen ?? []).includes(value),
        onSelect: () => onToggle(value),
      }))}
    />
  );
}
