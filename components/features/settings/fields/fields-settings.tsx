"use client";
import { FolderCog } from "lucide-react";
import { useState } from "react";
import { ProjectSelect } from "@/components/lib/project-select";
import { useChosenProject } from "@/components/lib/use-chosen-project";
import { useMay } from "@/components/lib/viewer-permissions";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { EmptyState } from "@/components/ui/empty-state";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { FIELD_OWNERS, type FieldOwner } from "@/server/domain/custom-field/custom-fields";
import { SettingsLoading, SettingsUnreadable } from "../form/settings-state";
import { FieldsSection } from "./fields-section";

/** The fields of their own that the chosen project's orders, drivers and vehicles have. */
export function FieldsSettings() {
  const t = useWords("settingsFields");
  const form = useWords("settingsForm");
  const mayEdit = useMay("settings.write");
  const [of, setOf] = useState<FieldOwner>("order");
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
      <SegmentedControl
        label={t("of")}
        options={FIELD_OWNERS.map((each) => ({ value: each, label: t(`of.${each}`) }))}
        value={of}
        onValueChange={setOf}
      />
      <FieldsSection key={`${project.id} ${of}`} project={project} of={of} mayEdit={mayEdit} />
    </>
  );
}
