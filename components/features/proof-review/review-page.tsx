"use client";
import { ClipboardCheck } from "lucide-react";
import { ProjectSelect } from "@/components/lib/project-select";
import { useChosenProject } from "@/components/lib/use-chosen-project";
import { useWords } from "@/components/lib/words/words-context";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";
import { ReviewDesk } from "./review-desk";

/** The queue in which the evidence of visits is looked at and decided on. */
export function ReviewPage() {
  const t = useWords("proofReview");
  const { project, projects, isPending, choose } = useChosenProject();
  if (isPending) return <Skeleton className="m-4 min-h-0 flex-1" />;
  if (!project) return <EmptyState icon={<ClipboardCheck />} title={t("noProject")} className="flex-1" />;
  return (
    <>
      <PageHeader
        title={t("title")}
        meta={t("about")}
        actions={
          <ProjectSelect
            label={t("title")}
            hideLabel
            size="sm"
            className="w-44"
            projects={projects}
            value={project.id}
            onValueChange={choose}
          />
        }
      />
      <ReviewDesk key={project.id} projectId={project.id} />
    </>
  );
}
