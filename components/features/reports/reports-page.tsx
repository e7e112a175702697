"use client";
import { ChartColumn } from "lucide-react";
import { parseAsString, useQueryState } from "nuqs";
import { useChosenProject } from "@/components/lib/use-chosen-project";
import { useWords } from "@/components/lib/words/words-context";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Select } from "@/components/ui/select";
import { Skeleton } from "@/components/ui/skeleton";
import { ReportsDesk } from "./reports-desk";

const ALL = "all";

/** How the days went, of all projects or of one. */
export function ReportsPage() {
  const t = useWords("reports");
  const { projects, isPending } = useChosenProject();
  const [of, setOf] = useQueryState("of", parseAsString);
  if (isPending) return <Skeleton className="m-4 min-h-0 flex-1" />;
  const [first] = projects;
  if (!first) return <EmptyState icon={<ChartColumn />} title={t("noProject")} className="flex-1" />;
  const project = projects.find(({ id }) => id === of) ?? null;
  const options = [
    { value: ALL, label: t("allProjects") },
    ...projects.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <>
      <PageHeader
        title={t("title")}
        meta={t("about")}
        actions={
          projects.length < 2 ? null : (
            <Select
              label={t("project")}
              hideLabel
              size="sm"
              className="w-44"
              options={options}
              value={project?.id ?? ALL}
              onValueChange={(next) => void setOf(next === ALL ? null : next)}
            />
          )
        }
      />
      <ReportsDesk project={project} timeZone={(project ?? first).timeZone} />
    </>
  );
}
