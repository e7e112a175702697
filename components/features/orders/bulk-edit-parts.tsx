"use client";
import type { ReactNode } from "react";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { Switch } from "@/components/ui/switch";
import { TextField } from "@/components/ui/text-field";
import { PRIORITIES } from "@/server/domain/plan/routing-problem";
import { BULK_PART_LABELS, BULK_PARTS, type BulkEditState, type BulkPart, minutesToSeconds } from "./bulk-edit-state";
import { PRIORITY_LABELS } from "./order-labels";
import { readWindow } from "./window-draft";
import { WindowsEditor } from "./windows-editor";
import { WordsField } from "./words-field";

type PartProps = {
  state: BulkEditState;
  set: (change: Partial<BulkEditState>) => void;
  tagSuggestions: readonly string[];
};

function problem(window: BulkEditState["windows"][number]): string | undefined {
  const read = readWindow(window);
  return read.ok || window.from === "" || window.to === "" ? undefined : read.message;
}

/** What is filled in for a part that is switched on. */
const FIELDS: Readonly<Record<BulkPart, (props: PartProps) => ReactNode>> = {
  serviceDate: ({ state, set }) => (
    <TextField
      label="New day"
      hideLabel
      type="date"
      hint={state.serviceDate ? undefined : "Empty: without a day"}
      value={state.serviceDate}
      onValueChange={(serviceDate) => set({ serviceDate })}
      className="w-40"
    />
  ),
  priority: ({ state, set }) => (
    <SegmentedControl
      label="New priority"
      size="sm"
      options={PRIORITIES.map((value) => ({ value, label: PRIORITY_LABELS[value] }))}
      value={state.priority}
      onValueChange={(priority) => set({ priority })}
      className="justify-self-start"
    />
  ),
  windows: ({ state, set }) => (
    <WindowsEditor
      value={state.windows}
      onChange={(windows) => set({ windows })}
      errors={Object.fromEntries(state.windows.map((each) => [each.key, problem(each)]))}
    />
  ),
  service: ({ state, set }) => (
    <TextField
      label="New minutes at the door"
      hideLabel
      inputMode="decimal"
      trailing={<span className="pr-2">min</span>}
      error={minutesToSeconds(state.serviceMinutes) === undefined ? "Between 0 and 720 minutes" : undefined}
      value={state.serviceMinutes}
      onValueChange={(serviceMinutes) => set({ serviceMinutes })}
      className="w-32"
    />
  ),
  addTags: ({ state, set, tagSuggestions }) => (
    <WordsField
      label="Tags to add"
      value={state.addTags}
      onChange={(addTags) => set({ addTags })}
      suggestions={tagSuggestions}
    />
  ),
  removeTags: ({ state, set, tagSuggestions }) => (
    <WordsField
      label="Tags to remove"
      value={state.removeTags}
      onChange={(removeTags) => set({ removeTags })}
      suggestions={tagSuggestions}
    />
  ),
  skills: ({ state, set }) => (
    <WordsField
      label="New skills"
      hint="In place of the old ones; empty takes them off"
      value={state.skills}
      onChange={(skills) => set({ skills })}
    />
  ),
};

export type BulkEditPartsProps = {
  state: BulkEditState;
  onChange: (state: BulkEditState) => void;
  tagSuggestions: readonly string[];
};

/** One switch per part, its fields beside it while it is on. */
export function BulkEditParts({ state, onChange, tagSuggestions }: BulkEditPartsProps) {
  const set = (change: Partial<BulkEditState>) => onChange({ ...state, ...change });
  return (
    <div className="flex flex-col">
      {BULK_PARTS.map((part) => (
        <div
          key={part}
          className="grid gap-x-4 gap-y-2 border-line border-b py-2.5 last:border-b-0 sm:grid-cols-[11rem_1fr]"
        >
          <Switch
            label={BULK_PART_LABELS[part]}
            checked={state.on[part]}
            onCheckedChange={(on) => set({ on: { ...state.on, [part]: on } })}
          />
          {state.on[part] ? FIELDS[part]({ state, set, tagSuggestions }) : null}
        </div>
      ))}
    </div>
  );
}
