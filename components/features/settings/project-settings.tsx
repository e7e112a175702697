"use client";
import { FolderCog } from "lucide-react";
import { ProjectSelect } from "@/components/lib/project-select";
import { useChosenProject } from "@/components/lib/use-chosen-project";
import { useRefusalOf } from "@/components/lib/use-refusal-of";
import { useMay } from "@/components/lib/viewer-permissions";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { EmptyState } from "@/components/ui/empty-state";
import { Skeleton } from "@/components/ui/skeleton";
import { ExceptionPolicySettings } from "./exception-policy";
import { NewProject } from "./new-project";
import { LogoSection } from "./organization/logo-section";
import { ProjectForm } from "./project-form";

/** The chosen project's settings, and the way to another project. */
export function ProjectSettings() {
  const t = useWords("settings");
  const refusalOf = useRefusalOf();
  const { project, projects, isPending, error, choose } = useChosenProject();
  const mayEdit = useMay("settings.write");
  if (error) {
    return (
      <Banner tone="error" title={t("project.unreadable")}>
        {refusalOf(error).message}
      </Banner>
    );
  }
  if (isPending) return <Skeleton className="h-120 w-full rounded-lg" />;
  if (!project) {
    return (
      <EmptyState
        icon={<FolderCog />}
        title={t("project.none")}
        actions={mayEdit ? <NewProject onMade={choose} isFirst /> : null}
      >
        {mayEdit ? t("project.noneAdmin") : t("project.noneOther")}
      </EmptyState>
    );
  }
  return (
    <>
      <div className="flex flex-wrap items-end justify-between gap-3 empty:hidden">
        <ProjectSelect
          label={t("nav.project")}
          className="w-64"
          projects={projects}
          value={project.id}
          onValueChange={choose}
        />
        {mayEdit ? (
          <span className="ml-auto">
            <NewProject onMade={choose} />
          </span>
        ) : null}
      </div>
      <ProjectForm key={project.id} project={project} />
      <LogoSection
        key={`logo-${project.id}`}
        name={project.brandName || project.name}
        logoToken={project.logoToken}
        projectId={project.id}
      />
      <ExceptionPolicySettings key={`exceptions-${project.id}`} project={project} />
    </>
  );
}
