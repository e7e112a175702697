"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { languageName } from "@/components/lib/language-name";
import { useTRPC, useTRPCClient } from "@/components/lib/trpc";
import { useMay } from "@/components/lib/viewer-permissions";
import { useWords } from "@/components/lib/words/words-context";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { LANGUAGES } from "@/server/domain/preference/preferences";
import { ColorField } from "../brand/color-field";
import { PolicyForm } from "../form/policy-form";
import { SettingsLoading, SettingsUnreadable } from "../form/settings-state";
import { type KeptPolicy, usePolicyForm } from "../form/use-policy-form";
import { SettingsSection } from "../settings-section";
import { LogoSection } from "./logo-section";
import { type ProfileDraft, profileDraftSchema, profileOf } from "./profile-draft";

const AUTO = "auto";

/** What the organization is called, how it looks to its customers, and in which language it writes. */
export function OrganizationSettings() {
  const trpc = useTRPC();
  const kept = useQuery({ ...trpc.organization.profile.queryOptions({}), refetchOnWindowFocus: false });
  if (kept.error) return <SettingsUnreadable error={kept.error} onRetry={() => void kept.refetch()} />;
  if (!kept.data) return <SettingsLoading />;
  const { name, language, brandColor, logoToken, changedAt } = kept.data;
  const policy = { name, language, brandColor: brandColor ?? "" };
  return (
    <>
      <LogoSection name={name} logoToken={logoToken} />
      <ProfileForm kept={{ policy, changedAt }} />
    </>
  );
}

function ProfileForm({ kept }: { kept: KeptPolicy<ProfileDraft> }) {
  const t = useWords("settingsOrganization");
  const mayEdit = useMay("settings.write");
  const form = useProfileForm(kept);
  const { draft, change, wrong } = form;
  return (
    <PolicyForm form={form} mayEdit={mayEdit}>
      <fieldset disabled={!mayEdit} className="contents">
        <SettingsSection title={t("title")} description={t("about")}>
          <TextField
            label={t("name")}
            required
            hint={t("nameHint")}
            value={draft.name}
            onValueChange={(name) => change({ name })}
            error={wrong.has("name") ? t("problem.name") : undefined}
          />
          <Select
            label={t("language")}
            hint={t("languageHint")}
            disabled={!mayEdit}
            options={[
              { value: AUTO, label: t("languageAuto") },
              ...LANGUAGES.map((each) => ({ value: each, label: languageName(each) })),
            ]}
            value={draft.language ?? AUTO}
            onValueChange={(language) => change({ language: language === AUTO ? null : language })}
          />
          <ColorField
            label={t("color")}
            hint={t("colorHint")}
            fallback=""
            sender={draft.name}
            disabled={!mayEdit}
            value={draft.brandColor}
            onValueChange={(brandColor) => change({ brandColor })}
          />
        </SettingsSection>
      </fieldset>
    </PolicyForm>
  );
}

function useProfileForm(kept: KeptPolicy<ProfileDraft>) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();
  const router = useRouter();
  const read = async () => {
    const next = await client.organization.profile.query({});
    queries.setQueryData(trpc.organization.profile.queryKey({}), next);
    const { name, language, brandColor, changedAt } = next;
    return { policy: { name, language, brandColor: brandColor ?? "" }, changedAt };
  };
  return usePolicyForm(kept, profileDraftSchema, {
    read,
    save: async ({ policy, seenAt }) => {
      await client.organization.saveProfile.mutate({ profile: profileOf(policy), seenAt });
      // The frame around the page shows the name, and texts may be another language's from now on.
      router.refresh();
      return read();
    },
  });
}
