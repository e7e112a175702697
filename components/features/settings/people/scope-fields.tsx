"use client";
import { useWords } from "@/components/lib/words/words-context";
import { Checkbox } from "@/components/ui/checkbox";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { Select } from "@/components/ui/select";
import { type MemberScope, WHOLE_SCOPE } from "@/server/domain/access/member-scope";
import { type ScopeChoices, scopeKind, toggleDepot, toggleProject } from "./scope-draft";

export type ScopeFieldsProps = {
  role: string;
  scope: MemberScope;
  /** Some places only, though none is chosen yet. */
  isLimited: boolean;
  choices: ScopeChoices;
  error?: string | undefined;
  onChange: (scope: MemberScope, isLimited: boolean) => void;
};

/** What somebody with a role is let in to: a partner, a driver, or everything or some projects and depots. */
export function ScopeFields({ role, scope, isLimited, choices, error, onChange }: ScopeFieldsProps) {
  const t = useWords("settingsScope");
  const kind = scopeKind(role);
  if (kind === "whole") return null;
  if (kind === "partner" || kind === "driver") {
    const rows = kind === "partner" ? choices.partners : choices.drivers;
    return (
      <Select
        label={t(kind)}
        hint={rows.length === 0 ? t(`${kind}None`) : t(`${kind}Hint`)}
        options={rows.map(({ id, name }) => ({ value: id, label: name }))}
        value={kind === "partner" ? scope.partnerId : scope.driverId}
        placeholder={t("choose")}
        error={error}
        onValueChange={(id) => onChange({ ...scope, [`${kind}Id`]: id }, isLimited)}
      />
    );
  }
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1.5 font-medium">{t("sees")}</legend>
      <SegmentedControl
        label={t("sees")}
        className="self-start"
        options={[
          { value: "all", label: t("all") },
          { value: "some", label: t("some") },
        ]}
        value={isLimited ? "some" : "all"}
        onValueChange={(value) => onChange(value === "all" ? WHOLE_SCOPE : scope, value === "some")}
      />
      {isLimited ? <Places scope={scope} choices={choices} onChange={(next) => onChange(next, true)} /> : null}
      {error ? <p className="text-alert text-sm">{error}</p> : null}
    </fieldset>
  );
}

type PlacesProps = { scope: MemberScope; choices: ScopeChoices; onChange: (scope: MemberScope) => void };

function Places({ scope, choices, onChange }: PlacesProps) {
  const t = useWords("settingsScope");
  return (
    <>
      <ul className="scroll-quiet flex max-h-72 flex-col gap-1 overflow-auto rounded-md border border-line p-3">
        {choices.projects.map(({ id, name }) => (
          <li key={id} className="flex flex-col gap-1">
            <Checkbox
              label={name}
              checked={scope.projectIds.includes(id)}
              onCheckedChange={() => onChange(toggleProject(scope, id, choices))}
            />
            <ul className="flex flex-col gap-1 pl-6">
              {choices.depots
                .filter(({ projectId }) => projectId === id)
                .map((depot) => (
                  <li key={depot.id}>
                    <Checkbox
                      label={depot.name}
                      checked={scope.depotIds.includes(depot.id)}
                      onCheckedChange={() => onChange(toggleDepot(scope, depot))}
                    />
                  </li>
                ))}
            </ul>
          </li>
        ))}
      </ul>
      <p className="text-ink-muted text-sm">{t("placesHint")}</p>
    </>
  );
}
