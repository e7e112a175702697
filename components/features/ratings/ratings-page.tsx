"use client";
import { Star } from "lucide-react";
import { ProjectSelect } from "@/components/lib/project-select";
import { useChosenProject } from "@/components/lib/use-chosen-project";
import { useWords } from "@/components/lib/words/words-context";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";
import { RatingsDesk } from "./ratings-desk";

/** What customers have said of a project's deliveries. */
export function RatingsPage() {
  const t = useWords("ratings");
  const { project, projects, isPending, choose } = useChosenProject();
  if (isPending) return <Skeleton className="m-4 min-h-0 flex-1" />;
  if (!project) return <EmptyState icon={<Star />} title={t("noProject")} className="flex-1" />;
  return (
    <>
      <PageHeader
        title={t("title")}
        meta={t("about")}
        actions={
          <ProjectSelect
            label={t("project")}
            hideLabel
            size="sm"
            className="w-44"
            projects={projects}
            value={project.id}
            onValueChange={choose}
          />
        }
      />
      <RatingsDesk key={project.id} project={project} />
    </>
  );
}
