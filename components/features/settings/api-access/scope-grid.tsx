"use client";
import { useId } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { Checkbox } from "@/components/ui/checkbox";
import { Chip } from "@/components/ui/chip";
import type { ApiScope } from "@/server/domain/access/api-scopes";
import { presetOfScopes, SCOPE_PRESETS, scopesOfPreset } from "@/server/domain/access/scope-presets";
import { type ScopeVerb, scopeGroups } from "./key-words";

export type ScopeGridProps = {
  offered: readonly ApiScope[];
  value: readonly ApiScope[];
  error: string | undefined;
  onChange: (value: readonly ApiScope[]) => void;
};

/** What a key is for: as one of a few usual things, or by what it may read and what it may change. */
export function ScopeGrid({ offered, value, error, onChange }: ScopeGridProps) {
  const t = useWords("settingsApiAccess");
  const [titleId, errorId] = [useId(), useId()];
  const preset = presetOfScopes(value, offered);
  const presets = SCOPE_PRESETS.filter((each) => scopesOfPreset(each, offered).length > 0);
  const turn = (scope: ApiScope, isOn: boolean) =>
    onChange(offered.filter((each) => (each === scope ? isOn : value.includes(each))));
  return (
    <fieldset aria-labelledby={titleId} aria-describedby={error ? errorId : undefined} className="flex flex-col gap-2">
      <span id={titleId} className="font-medium text-sm">
        {t("scopes")}
      </span>
      <div className="flex flex-wrap gap-1.5">
        {presets.map((each) => (
          <Chip key={each} selected={each === preset} onClick={() => onChange(scopesOfPreset(each, offered))}>
            {t(`preset.${each}`)}
          </Chip>
        ))}
      </div>
      <ul className="rounded-md border border-line">
        {scopeGroups(offered).map(({ area, scopes }) => (
          <li
            key={area}
            className="flex flex-wrap items-center gap-x-6 gap-y-1 border-line border-b px-3 py-1.5 last:border-b-0"
          >
            <span className="min-w-0 flex-1 basis-40">
              <span className="block">{t(`area.${area}`)}</span>
              <span className="block text-ink-muted text-sm">{t(`areaAbout.${area}`)}</span>
            </span>
            <span className="grid w-44 grid-cols-2 gap-x-4">
              {scopes.map((scope) => {
                const verb = t(`Verb.${scope.split(":")[1] as ScopeVerb}`);
                return (
                  <Checkbox
                    key={scope}
                    label={
                      <>
                        <span className="sr-only">{t(`area.${area}`)}: </span>
                        {verb}
                      </>
                    }
                    checked={value.includes(scope)}
                    onCheckedChange={(isOn) => turn(scope, isOn)}
                  />
                );
              })}
            </span>
          </li>
        ))}
      </ul>
      {error ? (
        <p id={errorId} role="alert" className="text-alert text-sm">
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}
