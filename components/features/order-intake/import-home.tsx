"use client";
import { Warehouse } from "lucide-react";
import Link from "next/link";
import { useChosenProject } from "@/components/lib/use-chosen-project";
import { useRefusalOf } from "@/components/lib/use-refusal-of";
import { useMay } from "@/components/lib/viewer-permissions";
import { useWords } from "@/components/lib/words/words-context";
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
  const t = useWords("orderIntake");
  const refusalOf = useRefusalOf();
  const { project, projects, isPending, error, choose } = useChosenProject();
  const mayWrite = useMay("order.write");
  return (
    <>
      <PageHeader
        back={
          <Link href="/orders" className="hover:text-ink hover:underline">
            {t("orders")}
          </Link>
        }
        title={t("title")}
        actions={
          project && projects.length > 1 ? (
            <Select
              label={t("projectOf")}
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
            <Banner tone="error" title={t("projectsFailed")}>
              {refusalOf(error).message}
            </Banner>
          ) : !project ? (
            <EmptyState
              icon={<Warehouse />}
              title={t("noProject")}
              actions={
                <Link href="/settings" className={buttonClass({ variant: "primary" })}>
                  {t("setUp")}
                </Link>
              }
            >
              {t("noProjectAbout")}
            </EmptyState>
          ) : (
            <>
              {mayWrite ? (
                <FileStep key={project.id} projectId={project.id} />
              ) : (
                <Banner title={t("lookOnly")}>{t("lookOnlyAbout")}</Banner>
              )}
              <RecentImports project={project} />
            </>
          )}
        </div>
      </div>
    </>
  );
}
