"use client";
import { Warehouse } from "lucide-react";
import Link from "next/link";
import { refusalOf } from "@/components/lib/refusal";
import { useChosenProject } from "@/components/lib/use-chosen-project";
import { useMay } from "@/components/lib/viewer-permissions";
import { Banner } from "@/components/ui/banner";
import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Select } from "@/components/ui/select";
import { Skeleton } from "@/components/ui/skeleton";
import { FileStep } from "./file-step";
import { RecentImports } from "./recent-imports";

/** Where files of orders come in, and where imports begun earlier wait. */
export function ImportHome() {
  const { project, projects, isPending, error, choose } = useChosenProject();
  const mayWrite = useMay("order.write");
  return (
    <>
      <PageHeader
        back={
          <Link href="/orders" className="hover:text-ink hover:underline">
            Orders
          </Link>
        }
        title="Import orders"
        actions={
          project && projects.length > 1 ? (
            <Select
              label="Project the orders belong to"
              hideLabel
              className="w-48"
              options={projects.map(({ id, name }) => ({ value: id, label: name }))}
              value={project.id}
              onValueChange={choose}
            />
          ) : undefined
        }
      />
      <div className="scroll-quiet flex min-h-0 flex-1 flex-col gap-6 p-4 sm:p-6">
        <div className="mx-auto flex w-full max-w-220 flex-col gap-8">
          {isPending ? (
            <Skeleton className="h-44 w-full" />
          ) : error ? (
            <Banner tone="error" title="The projects cannot be shown">
              {refusalOf(error).message}
            </Banner>
          ) : !project ? (
            <EmptyState
              icon={<Warehouse />}
              title="Set up a project first"
              actions={
                <Link href="/settings" className={buttonClass({ variant: "primary" })}>
                  Set up a project
                </Link>
              }
            >
              A project says in which time zone and country a file is read. Orders belong to a project.
            </EmptyState>
          ) : (
            <>
              {mayWrite ? (
                <FileStep key={project.id} projectId={project.id} />
              ) : (
                <Banner title="You may look, not import">Ask a dispatcher or an admin to import files.</Banner>
              )}
              <RecentImports project={project} />
            </>
          )}
        </div>
      </div>
    </>
  );
}
