"use client";
import { useWords } from "@/components/lib/words/words-context";
import { TextField } from "@/components/ui/text-field";
import { TRAVEL_PROFILES } from "@/server/domain/travel/travel-profile";
import type { SourceForm } from "./use-source-form";

/** What an OSRM server calls each kind of vehicle. */
export function ProfileNamesFields({ form }: { form: Pick<SourceForm, "draft" | "change" | "wrong"> }) {
  const t = useWords("settingsMapAndTravel");
  const { draft, change, wrong } = form;
  const isNothing = wrong.has("profiles") && Object.values(draft.profiles).every((name) => name.trim() === "");
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 font-medium">{t("travel.names")}</legend>
      <p className="text-pretty text-ink-muted text-sm">{t("travel.namesHint", { profile: "{profile}" })}</p>
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-3">
        {TRAVEL_PROFILES.map((profile) => (
          <TextField
            key={profile}
            label={t(`profile.${profile}`)}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={60}
            value={draft.profiles[profile]}
            onValueChange={(name) => change({ profiles: { ...draft.profiles, [profile]: name } })}
            error={wrong.has(`profiles.${profile}`) ? t("source.wrong.profile") : undefined}
          />
        ))}
      </div>
      {isNothing ? (
        <p role="alert" className="text-alert text-sm">
          {t("source.wrong.profiles")}
        </p>
      ) : null}
    </fieldset>
  );
}
