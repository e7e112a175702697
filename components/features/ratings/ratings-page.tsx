"use client";
import { Star } from "lucide-react";
import { useChosenProject } from "@/components/lib/use-chosen-project";
import { useWords } from "@/components/lib/words/words-context";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Select } from "@/components/ui/select";
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
          projects.length > 1 ? (
            <Select
              label={t("project")}
              hideLabel
              size="sm"
              className="w-44"
              options={projects.map(({ id, name }) => ({ value: id, label: name }))}
              value={project.id}
              onValueChange={choose}
            />
          ) : undefined
        }
      />
      <RatingsDesk key={project.id} project={project} />
    </>
  );
}
