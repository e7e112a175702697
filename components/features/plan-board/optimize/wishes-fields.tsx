"use client";
import { useWords } from "@/components/lib/words/words-context";
import { Checkbox } from "@/components/ui/checkbox";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { Select } from "@/components/ui/select";
import { OPTIMIZATION_STRATEGIES, type OptimizationStrategy } from "@/server/domain/plan/optimization-strategies";
import { LOAD_MINUTES, type WishesDraft } from "./wishes-draft";

/** Seconds of search offered. */
const BUDGETS = ["10", "30", "60", "180", "600"] as const;
const SHARE_CHOICES = ["any", "time-used", "time-all", "stops-used", "stops-all"] as const;
const OVERLAP_CHOICES = ["any", "some", "apart"] as const;
const STARTS = ["current", "empty"] as const;

export interface WishesFieldsProps {
  readonly draft: WishesDraft;
  readonly onChange: (change: Partial<WishesDraft>) => void;
}

/** What the plan should be best at, where the search starts, and how long it may take. */
export function WishesFields({ draft, onChange }: WishesFieldsProps) {
  const t = useWords("boardOptimize");
  const toggle = (strategy: OptimizationStrategy, isWanted: boolean) =>
    onChange({
      strategies: OPTIMIZATION_STRATEGIES.filter((each) =>
        each === strategy ? isWanted : draft.strategies.includes(each),
      ),
    });
  const count = draft.strategies.length;
  return (
    <>
      <fieldset className="flex flex-col gap-1">
        <legend className="mb-1.5 font-medium text-sm">{t("planFor")}</legend>
        <div className="grid gap-x-4 gap-y-2 sm:grid-cols-2">
          {OPTIMIZATION_STRATEGIES.map((strategy) => (
            <Checkbox
              key={strategy}
              label={t(`strategy.${strategy}`)}
              hint={t(`strategyHint.${strategy}`)}
              checked={draft.strategies.includes(strategy)}
              onCheckedChange={(isWanted) => toggle(strategy, isWanted)}
            />
          ))}
        </div>
        <p className="text-ink-muted text-sm" aria-live="polite">
          {count === 0 ? t("chooseOne") : count === 1 ? "" : t("sideBySide", { count })}
        </p>
      </fieldset>
      <div className="flex flex-col items-start gap-1.5">
        <span className="font-medium text-sm">{t("startFrom")}</span>
        <SegmentedControl
          label={t("startFrom")}
          options={STARTS.map((value) => ({ value, label: t(`startFrom.${value}`) }))}
          value={draft.startFrom}
          onValueChange={(startFrom) => onChange({ startFrom })}
        />
      </div>
      <Checkbox
        label={t("keepDrivers")}
        checked={draft.keepDrivers}
        onCheckedChange={(keepDrivers) => onChange({ keepDrivers })}
      />
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <div className="min-w-60 flex-1">
          <Checkbox
            label={t("mayReload")}
            hint={t("mayReloadHint")}
            checked={draft.mayReload}
            onCheckedChange={(mayReload) => onChange({ mayReload })}
          />
        </div>
        {draft.mayReload ? (
          <Select
            label={t("loadMinutes")}
            options={LOAD_MINUTES.map((value) => ({ value, label: t("minutes", { count: Number(value) }) }))}
            value={draft.loadMinutes}
            onValueChange={(loadMinutes) => onChange({ loadMinutes })}
          />
        ) : null}
      </div>
      <div className="grid gap-3 sm:grid-cols-3">
        <Select
          label={t("shares")}
          options={SHARE_CHOICES.map((value) => ({ value, label: t(`shares.${value}`) }))}
          value={draft.shares}
          onValueChange={(shares) => onChange({ shares })}
        />
        <Select
          label={t("overlap")}
          options={OVERLAP_CHOICES.map((value) => ({ value, label: t(`overlap.${value}`) }))}
          value={draft.overlap}
          onValueChange={(overlap) => onChange({ overlap })}
        />
        <Select
          label={t("budget")}
          options={BUDGETS.map((value) => ({ value, label: t(`budget.${value}`), hint: t(`budgetHint.${value}`) }))}
          value={draft.seconds}
          onValueChange={(seconds) => onChange({ seconds })}
        />
      </div>
    </>
  );
}
