"use client";
import { FolderCog } from "lucide-react";
import { ProjectSelect } from "@/components/lib/project-select";
import { type Project, useChosenProject } from "@/components/lib/use-chosen-project";
import { useMay } from "@/components/lib/viewer-permissions";
import { useWords } from "@/components/lib/words/words-context";
import type { BasemapSources } from "@/components/map/load-basemap";
import { Banner } from "@/components/ui/banner";
import { EmptyState } from "@/components/ui/empty-state";
import { SettingsLoading, SettingsUnreadable } from "../form/settings-state";
import { TrySection } from "./try-section";
import { useSlots } from "./use-slots";
import { WeekSection } from "./week-section";
import { ZonesSection } from "./zones-section";

/** What the chosen project's customers may book: zones with their offers, how full they are, and a try. */
export function SlotsSettings({ basemap }: { basemap: BasemapSources }) {
  const t = useWords("settingsSlots");
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
      <ProjectSlots key={project.id} project={project} basemap={basemap} mayEdit={mayEdit} />
    </>
  );
}

type ProjectSlotsProps = { project: Project; basemap: BasemapSources; mayEdit: boolean };

function ProjectSlots({ project, basemap, mayEdit }: ProjectSlotsProps) {
  const slots = useSlots(project.id);
  if (slots.error) return <SettingsUnreadable error={slots.error} onRetry={() => void slots.refetch()} />;
  if (!slots.data) return <SettingsLoading />;
  const { zones, offers } = slots.data;
  return (
    <>
      <ZonesSection project={project} zones={zones} offers={offers} basemap={basemap} mayEdit={mayEdit} />
      {offers.length > 0 ? (
        <>
          <WeekSection project={project} zones={zones} offers={offers} />
          <TrySection project={project} offers={offers} />
        </>
      ) : null}
    </>
  );
}
