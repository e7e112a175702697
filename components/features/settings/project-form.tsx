"use client";
import type { Project } from "@/components/lib/use-chosen-project";
import { useMay } from "@/components/lib/viewer-permissions";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { BrandFields } from "./brand/brand-fields";
import { DimensionFields } from "./dimension-fields";
import { ProjectFields } from "./project-fields";
import { SettingsSection } from "./settings-section";
import { useProjectForm } from "./use-project-form";

/** A project's settings, saved as a whole. */
export function ProjectForm({ project }: { project: Project }) {
  const t = useWords("settings");
  const mayEdit = useMay("settings.write");
  const { draft, isDirty, isPending, refusal, submit, discard } = useProjectForm(project);
  const { values, errors, set } = draft;
  return (
    <form ref={draft.form} noValidate onSubmit={(event) => void submit(event)}>
      <SettingsSection
        title={project.name}
        description={t(mayEdit ? "project.about" : "project.aboutReadOnly")}
        footer={
          mayEdit ? (
            <>
              {isDirty ? (
                <Button variant="ghost" disabled={isPending} onClick={discard}>
                  {t("project.discard")}
                </Button>
              ) : null}
              <Button type="submit" variant="primary" loading={isPending} disabled={!isDirty}>
                {t("project.save")}
              </Button>
            </>
          ) : undefined
        }
      >
        {refusal ? (
          <Banner tone="error" title={t("project.notSaved")}>
            {refusal.message}
          </Banner>
        ) : null}
        <fieldset disabled={!mayEdit} className="contents">
          <ProjectFields project={project} draft={draft} mayEdit={mayEdit} />
          <BrandFields draft={draft} mayEdit={mayEdit} />
          <div className="mt-2">
            <h3 className="font-medium text-sm">{t("load.title")}</h3>
            <p className="mb-3 text-ink-muted text-sm">{t("load.about")}</p>
            <DimensionFields
              dimensions={values.loadDimensions}
              onChange={(dimensions) => set("loadDimensions", dimensions)}
              error={errors.loadDimensions}
              disabled={!mayEdit}
            />
          </div>
        </fieldset>
      </SettingsSection>
    </form>
  );
}
