"use client";
import type { Project } from "@/components/lib/use-chosen-project";
import { useMay } from "@/components/lib/viewer-permissions";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { DimensionFields } from "./dimension-fields";
import { ProjectFields } from "./project-fields";
import { SettingsSection } from "./settings-section";
import { useProjectForm } from "./use-project-form";

const ABOUT = "A branch with its own days, vehicles and defaults.";

/** A project's settings, saved as a whole. */
export function ProjectForm({ project }: { project: Project }) {
  const mayEdit = useMay("settings.write");
  const { draft, isDirty, isPending, refusal, submit, discard } = useProjectForm(project);
  const { values, errors, set } = draft;
  return (
    <form ref={draft.form} noValidate onSubmit={(event) => void submit(event)}>
      <SettingsSection
        title={project.name}
        description={mayEdit ? ABOUT : `${ABOUT} Administrators change them.`}
        footer={
          mayEdit ? (
            <>
              {isDirty ? (
                <Button variant="ghost" disabled={isPending} onClick={discard}>
                  Discard changes
                </Button>
              ) : null}
              <Button type="submit" variant="primary" loading={isPending} disabled={!isDirty}>
                Save project
              </Button>
            </>
          ) : undefined
        }
      >
        {refusal ? (
          <Banner tone="error" title="Not saved">
            {refusal.message}
          </Banner>
        ) : null}
        <fieldset disabled={!mayEdit} className="contents">
          <ProjectFields project={project} draft={draft} mayEdit={mayEdit} />
          <div className="mt-2">
            <h3 className="font-medium text-sm">Loads</h3>
            <p className="mb-3 text-ink-muted text-sm">
              What orders weigh and vehicles carry is counted in these four. Amounts already stored keep their number.
            </p>
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
