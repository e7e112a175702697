"use client";
import { FolderCog } from "lucide-react";
import { ProjectSelect } from "@/components/lib/project-select";
import { useChosenProject } from "@/components/lib/use-chosen-project";
import { useMay } from "@/components/lib/viewer-permissions";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { EmptyState } from "@/components/ui/empty-state";
import { SettingsLoading, SettingsUnreadable } from "../form/settings-state";
import { FieldsSection } from "./fields-section";

/** The fields of their own that the chosen project's orders have. */
export function FieldsSettings() {
  const t = useWords("settingsFields");
  const form = useWords("settingsForm");
  const mayEdit = useMay("settings.write");
  const { project, projects, isPending, error, choose } = useChosenProject();
  if (error) return <SettingsUnreadable error={error} onRetry={() => window.location.reload()} />;
  if (isPending) return <SettingsLoading />;
  if (!project) return <EmptyState icon={<FolderCog />} title={t("noProject")} />;
  return (
    <>
      {mayEdit ? null : <Banner>{form("readOnly")}</Banner>}
      <ProjectSelect
        label={t("project")}
        className="w-64"
        projects={projects}
        value={project.id}
        onValueChange={choose}
      />
      <FieldsSection key={project.id} project={project} mayEdit={mayEdit} />
    </>
  );
}
