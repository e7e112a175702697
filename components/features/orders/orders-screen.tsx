"use client";
import { useChosenProject } from "@/components/lib/use-chosen-project";
import { useRefusalOf } from "@/components/lib/use-refusal-of";
import { useWords } from "@/components/lib/words/words-context";
import { EmptyState } from "@/components/ui/empty-state";
import { Skeleton } from "@/components/ui/skeleton";
import { NoProject } from "./orders-empty";
import { ProjectOrders } from "./project-orders";

/** The order list of the chosen project. */
export function OrdersScreen() {
  const t = useWords("orders");
  const refusalOf = useRefusalOf();
  const { project, projects, isPending, error, choose } = useChosenProject();
  if (isPending) {
    return (
      <div className="flex flex-col gap-3 p-5" aria-busy="true">
        <Skeleton className="h-8 w-40" />
        <Skeleton className="h-9 w-full" />
        <Skeleton className="h-80 w-full" />
      </div>
    );
  }
  if (error) return <EmptyState title={t("projectsFailed")}>{refusalOf(error).message}</EmptyState>;
  if (!project) return <NoProject />;
  return <ProjectOrders key={project.id} project={project} projects={projects} onProject={choose} />;
}
