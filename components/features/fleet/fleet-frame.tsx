"use client";
import { Search } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { ProjectSelect } from "@/components/lib/project-select";
import { useRefusalOf } from "@/components/lib/use-refusal-of";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { TextField } from "@/components/ui/text-field";
import type { Fleet } from "./use-fleet";

export type FleetFrameProps = {
  title: string;
  meta?: string;
  /** What to say when the list could not be read. */
  unreadable: string;
  chosen: Fleet["chosen"];
  /** What the list on this page is asked with: its failure stands above it. */
  list: { error: unknown; refetch: () => unknown };
  actions?: ReactNode;
  children: ReactNode;
};

/** What the fleet's pages share: heading, choice of project, and what to do where there is no project yet. */
export function FleetFrame({ title, meta, unreadable, chosen, list, actions, children }: FleetFrameProps) {
  const common = useWords("common");
  const refusalOf = useRefusalOf();
  const t = useWords("fleet");
  const { project, projects, isPending, choose } = chosen;
  const failure = chosen.error ?? list.error;
  return (
    <>
      <PageHeader
        title={title}
        meta={meta}
        actions={
          <>
            {project ? (
              <ProjectSelect
                label={t("project")}
                hideLabel
                className="w-44"
                projects={projects}
                value={project.id}
                onValueChange={choose}
              />
            ) : null}
            {project ? actions : null}
          </>
        }
      />
      {failure ? (
        <Banner
          tone="error"
          className="m-4 shrink-0"
          title={unreadable}
          actions={
            <Button size="sm" onClick={() => void list.refetch()}>
              {common("tryAgain")}
            </Button>
          }
        >
          {refusalOf(failure).message}
        </Banner>
      ) : null}
      {!isPending && !project && !failure ? (
        <EmptyState
          title={t("noProject")}
          actions={
            <Link href="/settings?setup=1" className={buttonClass({ variant: "primary" })}>
              {t("setUpProject")}
            </Link>
          }
        >
          {t("noProjectAbout")}
        </EmptyState>
      ) : (
        children
      )}
    </>
  );
}

export type SearchBarProps = {
  label: string;
  value: string;
  onValueChange: (query: string) => void;
  children?: ReactNode;
};

/** Above a list: what to look for, and other filters. */
export function SearchBar({ label, value, onValueChange, children }: SearchBarProps) {
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-2 border-line border-b bg-surface px-4 py-2 sm:px-5">
      <TextField
        label={label}
        hideLabel
        type="search"
        placeholder={label}
        leading={<Search aria-hidden="true" />}
        className="min-w-40 flex-1 sm:max-w-72"
        value={value}
        onValueChange={onValueChange}
      />
      {children}
    </div>
  );
}
