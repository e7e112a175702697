"use client";
import { Coffee, X } from "lucide-react";
import { useRef } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { TextField } from "@/components/ui/text-field";
import { type BreakDraft, MOST_BREAKS, USUAL_BREAK } from "./break-draft";

export interface BreaksFieldProps {
  /** Whose breaks they are, where several lists stand on one page. */
  readonly of?: string;
  readonly value: readonly BreakDraft[];
  readonly onChange: (value: readonly BreakDraft[]) => void;
  readonly error?: string;
  readonly disabled?: boolean;
}

/** The breaks of a driver's day: between when each begins, and how long it lasts. */
export function BreaksField({ of = "", value, onChange, error, disabled }: BreaksFieldProps) {
  const t = useWords("breaks");
  const added = useRef(0);
  const add = () => onChange([...value, { ...USUAL_BREAK, key: `new${added.current++}` }]);
  return (
    <div className="flex flex-col items-start gap-1.5">
      {value.map((each, index) => (
        <BreakLine
          key={each.key}
          draft={each}
          names={{ number: String(index + 1), of: of === "" ? "none" : of }}
          isWrong={error !== undefined}
          disabled={disabled}
          onChange={(change) => onChange(value.map((old) => (old.key === each.key ? { ...old, ...change } : old)))}
          onRemove={() => onChange(value.filter((old) => old.key !== each.key))}
        />
      ))}
      {error ? (
        <p role="alert" className="text-alert text-sm">
          {error}
        </p>
      ) : null}
      {value.length < MOST_BREAKS ? (
        <Button
          size="sm"
          variant="ghost"
          disabled={disabled}
          icon={<Coffee aria-hidden="true" />}
          aria-label={of === "" ? undefined : t("addFor", { name: of })}
          onClick={add}
        >
          {t("add")}
        </Button>
      ) : null}
    </div>
  );
}

interface BreakLineProps {
  readonly draft: BreakDraft;
  /** Told apart when read aloud. */
  readonly names: { readonly number: string; readonly of: string };
  readonly isWrong: boolean;
  readonly disabled?: boolean;
  readonly onChange: (change: Partial<BreakDraft>) => void;
  readonly onRemove: () => void;
}

function BreakLine({ draft, names, isWrong, disabled, onChange, onRemove }: BreakLineProps) {
  const t = useWords("breaks");
  const field = (key: "from" | "to" | "minutes") => ({
    label: t(key, names),
    hideLabel: true,
    disabled,
    value: draft[key],
    inputMode: "numeric" as const,
    autoComplete: "off",
    inputClassName: "tabular-nums",
    "aria-invalid": isWrong || undefined,
    onValueChange: (text: string) => onChange({ [key]: text }),
  });
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      <span className="text-ink-muted">{t("begins")}</span>
      <TextField {...field("from")} className="w-16" />
      <span aria-hidden="true">–</span>
      <TextField {...field("to")} className="w-16" />
      <TextField {...field("minutes")} className="w-20" trailing={<span className="pr-1.5">{t("min")}</span>} />
      <IconButton size="sm" label={t("remove", names)} icon={<X />} disabled={disabled} onClick={onRemove} />
    </div>
  );
}
