"use client";
import { Plus, X } from "lucide-react";
import { useId, useRef } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { TextField } from "@/components/ui/text-field";
import { endsNextDay, type WindowDraft } from "./window-draft";

const MOST_WINDOWS = 10;
const USUAL = [
  ["08:00", "12:00"],
  ["12:00", "16:00"],
  ["16:00", "20:00"],
] as const;

export type WindowsEditorProps = {
  value: readonly WindowDraft[];
  onChange: (value: WindowDraft[]) => void;
  /** By key of the window. */
  errors?: Readonly<Record<string, string | undefined>>;
  /** Whether a window may hold on one day only. */
  days?: boolean;
};

type WindowLineProps = {
  window: WindowDraft;
  number: number;
  days: boolean;
  error?: string;
  onChange: (change: Partial<WindowDraft>) => void;
  onRemove: () => void;
};

function WindowLine({ window, number, days, error, onChange, onRemove }: WindowLineProps) {
  const t = useWords("orders");
  return (
    <div className="flex flex-wrap items-start gap-1.5">
      <TextField
        label={t("window.from", { number: String(number) })}
        hideLabel
        type="time"
        value={window.from}
        onValueChange={(from) => onChange({ from })}
        className="w-31"
      />
      <span aria-hidden="true" className="pt-1.5 text-ink-muted">
        –
      </span>
      <TextField
        label={t("window.to", { number: String(number) })}
        hideLabel
        type="time"
        value={window.to}
        error={error}
        hint={endsNextDay(window) ? t("window.nextDay") : undefined}
        onValueChange={(to) => onChange({ to })}
        className="w-31"
      />
      {days ? (
        <TextField
          label={t("window.only", { number: String(number) })}
          hideLabel
          type="date"
          title={t("window.dayHint")}
          value={window.date}
          onValueChange={(date) => onChange({ date })}
          className="w-36"
        />
      ) : null}
      <IconButton label={t("window.remove", { number: String(number) })} icon={<X />} onClick={onRemove} />
    </div>
  );
}

/** The times at which somebody is there, as many as there are. */
export function WindowsEditor({ value, onChange, errors = {}, days = false }: WindowsEditorProps) {
  const t = useWords("orders");
  const prefix = useId();
  const added = useRef(0);
  const add = (from: string, to: string) =>
    onChange([...value, { key: `${prefix}${added.current++}`, date: "", from, to }]);
  const change = (key: string, next: Partial<WindowDraft>) =>
    onChange(value.map((each) => (each.key === key ? { ...each, ...next } : each)));
  return (
    <fieldset className="flex min-w-0 flex-col gap-1.5">
      <legend className="mb-1 font-medium text-sm">{t("window.title")}</legend>
      {value.length === 0 ? <p className="text-ink-muted">{t("anyTimeOfDay")}</p> : null}
      {value.map((window, index) => (
        <WindowLine
          key={window.key}
          window={window}
          number={index + 1}
          days={days}
          error={errors[window.key]}
          onChange={(next) => change(window.key, next)}
          onRemove={() => onChange(value.filter(({ key }) => key !== window.key))}
        />
      ))}
      {value.length < MOST_WINDOWS ? (
        <div className="flex flex-wrap gap-1.5">
          <Button size="sm" variant="ghost" icon={<Plus aria-hidden="true" />} onClick={() => add("", "")}>
            {t("window.add")}
          </Button>
          {(value.length === 0 ? USUAL : []).map(([from, to]) => (
            <Button key={from} size="sm" variant="ghost" onClick={() => add(from, to)}>
              {from}–{to}
            </Button>
          ))}
        </div>
      ) : null}
    </fieldset>
  );
}
