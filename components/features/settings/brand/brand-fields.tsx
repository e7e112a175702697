"use client";
import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/components/lib/trpc";
import type { useDraft } from "@/components/lib/use-draft";
import { useWords } from "@/components/lib/words/words-context";
import { TextField } from "@/components/ui/text-field";
import type { ProjectDraft } from "../project-draft";
import { ColorField } from "./color-field";

export type BrandFieldsProps = { draft: ReturnType<typeof useDraft<ProjectDraft>>; mayEdit: boolean };

/** What a project's customers know it as, where that is not the organization. */
export function BrandFields({ draft: { values, errors, set }, mayEdit }: BrandFieldsProps) {
  const t = useWords("settings");
  const trpc = useTRPC();
  const { data: organization } = useQuery(trpc.organization.profile.queryOptions({}));
  return (
    <div className="mt-2 flex flex-col gap-4">
      <div>
        <h3 className="font-medium text-sm">{t("brand.title")}</h3>
        <p className="text-ink-muted text-sm">{t("brand.about")}</p>
      </div>
      <TextField
        label={t("brand.name")}
        className="sm:max-w-1/2"
        placeholder={organization?.name}
        value={values.brandName}
        onValueChange={(name) => set("brandName", name)}
        error={errors.brandName}
      />
      <ColorField
        label={t("brand.color")}
        hint={t("brand.colorHint")}
        fallback={organization?.brandColor ?? ""}
        sender={values.brandName || organization?.name || ""}
        disabled={!mayEdit}
        value={values.brandColor}
        onValueChange={(color) => set("brandColor", color)}
      />
    </div>
  );
}
