"use client";
import { useWords } from "@/components/lib/words/words-context";
import { MeasureField } from "@/components/ui/measure-field";
import { WordsField } from "../words-field";
import type { OrderPartProps } from "./order-basics";
import type { FormProject } from "./order-draft";

/** How much there is, in the project's own units. */
export function LoadFields({ draft, errors, onChange, project }: OrderPartProps & { project: FormProject }) {
  return (
    <div className="grid grid-cols-2 gap-3 sm:grid-cols-4">
      {project.loadDimensions.map(({ name, unit }, index) => (
        <MeasureField
          // biome-ignore lint/suspicious/noArrayIndexKey: a project's four dimensions are told apart by their place alone.
          key={index}
          label={name}
          unit={unit}
          error={errors[`loads.${index}`]}
          value={draft.loads[index] ?? ""}
          onValueChange={(load) => onChange({ loads: draft.loads.map((each, at) => (at === index ? load : each)) })}
        />
      ))}
    </div>
  );
}

/** What the driver and the vehicle must have, and how the order is filed. */
export function RequirementFields({ draft, onChange, tags }: OrderPartProps & { tags: readonly string[] }) {
  const t = useWords("orderForm");
  return (
    <div className="grid gap-3 sm:grid-cols-3">
      <WordsField
        label={t("skills")}
        hint={t("ofDriver")}
        placeholder={t("skillsExample")}
        value={draft.skills}
        onChange={(skills) => onChange({ skills })}
      />
      <WordsField
        label={t("features")}
        hint={t("ofVehicle")}
        placeholder={t("featuresExample")}
        value={draft.features}
        onChange={(features) => onChange({ features })}
      />
      <WordsField
        label={t("tags")}
        hint={t("tagsHint")}
        placeholder="vip"
        value={draft.tags}
        onChange={(next) => onChange({ tags: next })}
        suggestions={tags}
      />
    </div>
  );
}
