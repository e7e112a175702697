"use client";
import { CircleCheck, MapPinned, Warehouse } from "lucide-react";
import Link from "next/link";
import { parseAsString, useQueryStates } from "nuqs";
import { ProjectSelect } from "@/components/lib/project-select";
import { safeNextPath } from "@/components/lib/safe-next-path";
import { type Project, useChosenProject } from "@/components/lib/use-chosen-project";
import { useRefusalOf } from "@/components/lib/use-refusal-of";
import { WaitingAddresses } from "@/components/lib/waiting-addresses";
import { useWords } from "@/components/lib/words/words-context";
import type { BasemapSources } from "@/components/map/load-basemap";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";
import { Spinner } from "@/components/ui/spinner";
import { isLocalDate } from "@/server/domain/time/local-date";
import { ProjectDoubts } from "./project-doubts";
import { useDoubts } from "./use-doubts";

function Loading() {
  return (
    <div aria-busy="true" className="flex min-h-0 flex-1">
      <div className="flex w-72 flex-col gap-2 p-4">
        {["a", "b", "c", "d", "e"].map((key) => (
          <Skeleton key={key} className="h-12 w-full" />
        ))}
      </div>
      <Skeleton className="min-h-0 flex-1" />
    </div>
  );
}

type AllSettledProps = {
  projectId: string;
  pending: number;
  /** For a geocoder that is away. */
  isWaiting: boolean;
};

function AllSettled({ projectId, pending, isWaiting }: AllSettledProps) {
  const t = useWords("addressDoubts");
  return (
    <EmptyState
      icon={isWaiting ? <MapPinned /> : pending > 0 ? <Spinner label="" /> : <CircleCheck />}
      title={t(isWaiting ? "waitingForGeocoder" : pending > 0 ? "stillLooking" : "allSettled")}
      className="flex-1"
      actions={
        <Link href={`/orders?project=${projectId}`} className={buttonClass()}>
          {t("backToOrders")}
        </Link>
      }
    >
      {pending > 0 ? t("stillLookingAbout", { count: pending }) : t("allSettledAbout")}
    </EmptyState>
  );
}

type BodyProps = {
  project: Project;
  projects: readonly Project[];
  onProject: (id: string) => void;
  map: BasemapSources;
};

function Body({ project, projects, onProject, map }: BodyProps) {
  const common = useWords("common");
  const refusalOf = useRefusalOf();
  const t = useWords("addressDoubts");
  const [{ date, from }] = useQueryStates({ date: parseAsString, from: parseAsString });
  const doubts = useDoubts(project.id, date !== null && isLocalDate(date) ? date : null);
  const { query, rows, total, pending, waitingSince } = doubts;
  return (
    <>
      <PageHeader
        back={
          from ? (
            <Link href={safeNextPath(from)} className="hover:text-ink hover:underline">
              {t("backToPlan")}
            </Link>
          ) : (
            <Link href={`/orders?project=${project.id}`} className="hover:text-ink hover:underline">
              {t("orders")}
            </Link>
          )
        }
        title={t("title")}
        meta={
          <output aria-label={t("left")}>
            {total === null ? "" : t("toSettle", { count: total })}
            {pending > 0 ? ` · ${t("beingLookedUp", { count: pending })}` : ""}
          </output>
        }
        actions={
          <ProjectSelect
            label={t("project")}
            hideLabel
            className="w-44"
            projects={projects}
            value={project.id}
            onValueChange={onProject}
          />
        }
      />
      <WaitingAddresses count={pending} since={waitingSince} />
      {query.isPending ? (
        <Loading />
      ) : query.error && rows.length === 0 ? (
        <EmptyState
          icon={<MapPinned />}
          title={t("unreadable")}
          actions={<Button onClick={() => void query.refetch()}>{common("tryAgain")}</Button>}
        >
          {refusalOf(query.error).message}
        </EmptyState>
      ) : rows.length === 0 ? (
        <AllSettled projectId={project.id} pending={pending} isWaiting={waitingSince !== null} />
      ) : (
        <ProjectDoubts projectId={project.id} map={map} doubts={doubts} />
      )}
    </>
  );
}

/** The queue of addresses nobody is sure of, down to zero. */
export function DoubtsScreen({ map }: { map: BasemapSources }) {
  const t = useWords("addressDoubts");
  const { project, projects, isPending, choose } = useChosenProject();
  if (isPending) return <Loading />;
  if (!project) {
    return (
      <EmptyState
        icon={<Warehouse />}
        title={t("noProject")}
        className="flex-1"
        actions={
          <Link href="/settings" className={buttonClass({ variant: "primary" })}>
            {t("setUp")}
          </Link>
        }
      >
        {t("noProjectAbout")}
      </EmptyState>
    );
  }
  return <Body key={project.id} project={project} projects={projects} onProject={choose} map={map} />;
}
