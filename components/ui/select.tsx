"use client";
import { Select as BaseSelect } from "@base-ui/react/select";
import clsx from "clsx";
import { Check, ChevronsUpDown } from "lucide-react";
import type { ReactNode } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { Field, type FieldFrameProps } from "@/components/ui/field";

export type SelectOption<Value extends string = string> = {
  value: Value;
  label: string;
  hint?: ReactNode;
  icon?: ReactNode;
  disabled?: boolean;
};

export type SelectProps<Value extends string = string> = FieldFrameProps & {
  options: readonly SelectOption<Value>[];
  value?: Value | null;
  defaultValue?: Value;
  onValueChange?: (value: Value) => void;
  placeholder?: string;
  name?: string;
  disabled?: boolean;
  size?: "sm" | "md";
};

function SelectPopup({ options }: { options: readonly SelectOption[] }) {
  return (
    <BaseSelect.Portal>
      <BaseSelect.Positioner sideOffset={4} alignItemWithTrigger={false} className="z-60 outline-none">
        <BaseSelect.Popup className="popup-surface min-w-(--anchor-width) max-w-80">
          <BaseSelect.List className="scroll-quiet max-h-[min(20rem,var(--available-height))] p-1">
            {options.map((option) => (
              <BaseSelect.Item
                key={option.value}
                value={option.value}
                disabled={option.disabled}
                className="popup-item"
              >
                <span className="flex size-4 items-center justify-center">
                  <BaseSelect.ItemIndicator className="flex text-accent">
                    <Check className="size-3.5" />
                  </BaseSelect.ItemIndicator>
                </span>
                {option.icon}
                <BaseSelect.ItemText className="min-w-0 flex-1 truncate">{option.label}</BaseSelect.ItemText>
                {option.hint ? <span className="text-ink-muted text-sm">{option.hint}</span> : null}
              </BaseSelect.Item>
            ))}
          </BaseSelect.List>
        </BaseSelect.Popup>
      </BaseSelect.Positioner>
    </BaseSelect.Portal>
  );
}

export function Select<Value extends string>({
  options,
  value,
  defaultValue,
  onValueChange,
  placeholder,
  name,
  disabled,
  size = "md",
  required,
  ...frame
}: SelectProps<Value>) {
  const t = useWords("ui");
  return (
    <Field {...frame} required={required} name={name} disabled={disabled}>
      <BaseSelect.Root
        items={options}
        value={value}
        defaultValue={defaultValue}
        required={required}
        onValueChange={(next) => next !== null && onValueChange?.(next as Value)}
      >
        <BaseSelect.Trigger
          className={clsx(
            "control flex select-none items-center gap-2 pr-1.5 pl-2.5 text-left",
            size === "sm" && "h-7",
          )}
        >
          <BaseSelect.Value
            placeholder={placeholder ?? t("choose")}
            className="min-w-0 flex-1 truncate data-placeholder:text-ink-muted"
          />
          <BaseSelect.Icon className="flex text-ink-muted">
            <ChevronsUpDown className="size-3.5" />
          </BaseSelect.Icon>
        </BaseSelect.Trigger>
        <SelectPopup options={options} />
      </BaseSelect.Root>
    </Field>
  );
}
