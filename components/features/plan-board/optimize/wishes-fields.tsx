"use client";
import { Checkbox } from "@/components/ui/checkbox";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { Select } from "@/components/ui/select";
import { OPTIMIZATION_STRATEGIES, type OptimizationStrategy } from "@/server/domain/plan/optimization-strategies";
import { STRATEGY_WORDS } from "./strategy-words";
import type { WishesDraft } from "./wishes-draft";

const BUDGETS = [
  { value: "10", label: "10 seconds", hint: "a first look" },
  { value: "30", label: "30 seconds", hint: "good" },
  { value: "60", label: "1 minute", hint: "better" },
  { value: "180", label: "3 minutes", hint: "for a full day" },
  { value: "600", label: "10 minutes", hint: "overnight" },
];

const SHARE_OPTIONS: { value: WishesDraft["shares"]; label: string }[] = [
  { value: "any", label: "As they come" },
  { value: "time-used", label: "Equal hours for the vans used" },
  { value: "time-all", label: "Equal hours for every van" },
  { value: "stops-used", label: "Equal stops for the vans used" },
  { value: "stops-all", label: "Equal stops for every van" },
];

const OVERLAP_OPTIONS: { value: WishesDraft["overlap"]; label: string }[] = [
  { value: "any", label: "May cross" },
  { value: "some", label: "Rather apart" },
  { value: "apart", label: "Each its own area" },
];

export interface WishesFieldsProps {
  readonly draft: WishesDraft;
  readonly onChange: (change: Partial<WishesDraft>) => void;
}

/** What the plan should be best at, where the search starts, and how long it may take. */
export function WishesFields({ draft, onChange }: WishesFieldsProps) {
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
        <legend className="mb-1.5 font-medium text-sm">Plan for</legend>
        <div className="grid gap-x-4 gap-y-2 sm:grid-cols-2">
          {OPTIMIZATION_STRATEGIES.map((strategy) => (
            <Checkbox
              key={strategy}
              label={STRATEGY_WORDS[strategy].name}
              hint={STRATEGY_WORDS[strategy].hint}
              checked={draft.strategies.includes(strategy)}
              onCheckedChange={(isWanted) => toggle(strategy, isWanted)}
            />
          ))}
        </div>
        <p className="text-ink-muted text-sm" aria-live="polite">
          {count === 0
            ? "Choose at least one."
            : count === 1
              ? ""
              : `You get ${count} plans side by side to choose from.`}
        </p>
      </fieldset>
      <div className="flex flex-col items-start gap-1.5">
        <span className="font-medium text-sm">Start from</span>
        <SegmentedControl
          label="Start from"
          options={[
            { value: "current", label: "Routes as they are" },
            { value: "empty", label: "Empty routes" },
          ]}
          value={draft.startFrom}
          onValueChange={(startFrom) => onChange({ startFrom })}
        />
      </div>
      <Checkbox
        label="Keep every planned stop with its driver"
        checked={draft.keepDrivers}
        onCheckedChange={(keepDrivers) => onChange({ keepDrivers })}
      />
      <div className="grid gap-3 sm:grid-cols-3">
        <Select
          label="Shares of work"
          options={SHARE_OPTIONS}
          value={draft.shares}
          onValueChange={(shares) => onChange({ shares })}
        />
        <Select
          label="Routes"
          options={OVERLAP_OPTIONS}
          value={draft.overlap}
          onValueChange={(overlap) => onChange({ overlap })}
        />
        <Select
          label="Search for"
          options={BUDGETS}
          value={draft.seconds}
          onValueChange={(seconds) => onChange({ seconds })}
        />
      </div>
    </>
  );
}
