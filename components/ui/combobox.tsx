"use client";
import { Combobox as BaseCombobox } from "@base-ui/react/combobox";
import { Check, ChevronsUpDown, X } from "lucide-react";
import type { ReactNode } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { Field, type FieldFrameProps } from "@/components/ui/field";
import { Spinner } from "@/components/ui/spinner";

export type ComboboxOption = { value: string; label: string; hint?: ReactNode };

export type ComboboxProps = FieldFrameProps & {
  options: readonly ComboboxOption[];
  value: string | null;
  onValueChange: (value: string | null) => void;
  /** Given, the caller filters (a server search): options are shown as they come. */
  onQueryChange?: (query: string) => void;
  loading?: boolean;
  placeholder?: string;
  emptyText?: string;
  name?: string;
  disabled?: boolean;
};

function ComboboxPopup({ emptyText }: { emptyText: string }) {
  return (
    <BaseCombobox.Portal>
      <BaseCombobox.Positioner sideOffset={4} className="z-60 outline-none">
        <BaseCombobox.Popup className="popup-surface w-(--anchor-width) max-w-(--available-width)">
          <BaseCombobox.Empty>
            <div className="px-3 py-2.5 text-ink-muted">{emptyText}</div>
          </BaseCombobox.Empty>
          <BaseCombobox.List className="scroll-quiet max-h-[min(20rem,var(--available-height))] scroll-py-1 p-1 data-empty:p-0">
            {(option: ComboboxOption) => (
              <BaseCombobox.Item key={option.value} value={option} className="popup-item">
                <span className="min-w-0 flex-1 truncate">{option.label}</span>
                {option.hint ? <span className="shrink-0 text-ink-muted text-sm">{option.hint}</span> : null}
                <BaseCombobox.ItemIndicator className="flex text-accent">
                  <Check className="size-3.5" />
                </BaseCombobox.ItemIndicator>
              </BaseCombobox.Item>
            )}
          </BaseCombobox.List>
        </BaseCombobox.Popup>
      </BaseCombobox.Positioner>
    </BaseCombobox.Portal>
  );
}

export function Combobox({
  options,
  value,
  onValueChange,
  onQueryChange,
  loading,
  placeholder,
  emptyText,
  name,
  disabled,
  ...frame
}: ComboboxProps) {
  const t = useWords("ui");
  const chosen = options.find((option) => option.value === value) ?? null;
  return (
    <Field {...frame} name={name} disabled={disabled}>
      <BaseCombobox.Root
        items={options as ComboboxOption[]}
        value={chosen}
        onValueChange={(option: ComboboxOption | null) => onValueChange(option?.value ?? null)}
        onInputValueChange={(query, details) => {
          if (details.reason === "input-change" || details.reason === "input-clear") onQueryChange?.(query);
        }}
        filter={onQueryChange ? null : undefined}
        isItemEqualToValue={(left: ComboboxOption, right: ComboboxOption) => left.value === right.value}
        autoHighlight
        limit={200}
      >
        <BaseCombobox.InputGroup className="control flex items-center pr-1 has-data-disabled:cursor-not-allowed">
          <BaseCombobox.Input
            placeholder={placeholder}
            className="h-full min-w-0 flex-1 bg-transparent pl-2.5 outline-none"
          />
          {loading ? <Spinner label={t("searching")} className="px-1 text-ink-muted" /> : null}
          <BaseCombobox.Clear
            aria-label={t("clear")}
            className="grid size-6 place-items-center rounded-sm text-ink-muted hover:bg-hover hover:text-ink"
          >
            <X className="size-3.5" />
          </BaseCombobox.Clear>
          <BaseCombobox.Trigger
            aria-label={t("showOptions")}
            className="grid size-6 place-items-center rounded-sm text-ink-muted hover:bg-hover hover:text-ink"
          >
            <ChevronsUpDown className="size-3.5" />
          </BaseCombobox.Trigger>
        </BaseCombobox.InputGroup>
        <ComboboxPopup emptyText={loading ? t("searchingMore") : (emptyText ?? t("nothingFound"))} />
      </BaseCombobox.Root>
    </Field>
  );
}
