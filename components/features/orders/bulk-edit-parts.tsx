"use client";
import type { ReactNode } from "react";
import type { Words } from "@/components/lib/words/words";
import { useWords } from "@/components/lib/words/words-context";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { Switch } from "@/components/ui/switch";
import { TextField } from "@/components/ui/text-field";
import { notificationPreferenceSchema } from "@/server/domain/notification/notification-policy";
import { PRIORITIES } from "@/server/domain/plan/routing-problem";
import { BULK_PARTS, type BulkEditState, type BulkPart, minutesToSeconds } from "./bulk-edit-state";
import { readWindow } from "./window-draft";
import { WindowsEditor } from "./windows-editor";
import { WordsField } from "./words-field";

type PartProps = {
  t: Words<"orders">;
  state: BulkEditState;
  set: (change: Partial<BulkEditState>) => void;
  tagSuggestions: readonly string[];
};

function problem(t: Words<"orders">, window: BulkEditState["windows"][number]): string | undefined {
  const read = readWindow(window);
  return read.ok || window.from === "" || window.to === "" ? undefined : t(`window.${read.reason}`);
}

/** What is filled in for a part that is switched on. */
const FIELDS: Readonly<Record<BulkPart, (props: PartProps) => ReactNode>> = {
  serviceDate: ({ t, state, set }) => (
    <TextField
      label={t("bulk.newDay")}
      hideLabel
      type="date"
      hint={state.serviceDate ? undefined : t("bulk.emptyDay")}
      value={state.serviceDate}
      onValueChange={(serviceDate) => set({ serviceDate })}
      className="w-40"
    />
  ),
  priority: ({ t, state, set }) => (
    <SegmentedControl
      label={t("bulk.newPriority")}
      size="sm"
      options={PRIORITIES.map((value) => ({ value, label: t(`priority.${value}`) }))}
      value={state.priority}
      onValueChange={(priority) => set({ priority })}
      className="justify-self-start"
    />
  ),
  windows: ({ t, state, set }) => (
    <WindowsEditor
      value={state.windows}
      onChange={(windows) => set({ windows })}
      errors={Object.fromEntries(state.windows.map((each) => [each.key, problem(t, each)]))}
    />
  ),
  service: ({ t, state, set }) => (
    <TextField
      label={t("bulk.newMinutes")}
      hideLabel
      inputMode="decimal"
      trailing={<span className="pr-2">{t("bulk.min")}</span>}
      error={minutesToSeconds(state.serviceMinutes) === undefined ? t("bulk.minutesRange") : undefined}
      value={state.serviceMinutes}
      onValueChange={(serviceMinutes) => set({ serviceMinutes })}
      className="w-32"
    />
  ),
  addTags: ({ t, state, set, tagSuggestions }) => (
    <WordsField
      label={t("bulk.tagsToAdd")}
      value={state.addTags}
      onChange={(addTags) => set({ addTags })}
      suggestions={tagSuggestions}
    />
  ),
  removeTags: ({ t, state, set, tagSuggestions }) => (
    <WordsField
      label={t("bulk.tagsToRemove")}
      value={state.removeTags}
      onChange={(removeTags) => set({ removeTags })}
      suggestions={tagSuggestions}
    />
  ),
  skills: ({ t, state, set }) => (
    <WordsField
      label={t("bulk.newSkills")}
      hint={t("bulk.skillsHint")}
      value={state.skills}
      onChange={(skills) => set({ skills })}
    />
  ),
  notify: ({ t, state, set }) => (
    <SegmentedControl
      label={t("part.notify")}
      size="sm"
      options={notificationPreferenceSchema.options.map((value) => ({ value, label: t(`notify.${value}`) }))}
      value={state.notify}
      onValueChange={(notify) => set({ notify })}
      className="justify-self-start"
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
  const t = useWords("orders");
  const set = (change: Partial<BulkEditState>) => onChange({ ...state, ...change });
  return (
    <div className="flex flex-col">
      {BULK_PARTS.map((part) => (
        <div
          key={part}
          className="grid gap-x-4 gap-y-2 border-line border-b py-2.5 last:border-b-0 sm:grid-cols-[11rem_1fr]"
        >
          <Switch
            label={t(`part.${part}`)}
            checked={state.on[part]}
            onCheckedChange={(on) => set({ on: { ...state.on, [part]: on } })}
          />
          {state.on[part] ? FIELDS[part]({ t, state, set, tagSuggestions }) : null}
        </div>
      ))}
    </div>
  );
}
