"use client";
import { Checkbox } from "@base-ui/react/checkbox";
import { Check } from "lucide-react";

export interface BigCheckProps {
  readonly label: string;
  readonly hint?: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** A box to tick that is a whole row. */
export function BigCheck({ label, hint, checked, onChange }: BigCheckProps) {
  return (
    <Checkbox.Root
      checked={checked}
      onCheckedChange={onChange}
      nativeButton
      render={<button type="button" />}
      className="group flex min-h-14 w-full items-center gap-3 rounded-xl border-2 border-line-strong bg-surface px-4 py-2 text-left data-checked:border-accent data-checked:bg-accent-soft"
    >
      <span className="grid size-7 shrink-0 place-items-center rounded-md border-2 border-line-control bg-surface text-accent-ink group-data-checked:border-accent group-data-checked:bg-accent">
        <Checkbox.Indicator className="flex">
          <Check className="size-5" strokeWidth={3} aria-hidden="true" />
        </Checkbox.Indicator>
      </span>
      <span className="min-w-0 flex-1">
        <span className="block break-words font-medium text-lg">{label}</span>
        {hint ? <span className="block text-ink-muted text-md">{hint}</span> : null}
      </span>
    </Checkbox.Root>
  );
}
