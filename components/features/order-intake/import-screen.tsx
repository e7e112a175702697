"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import clsx from "clsx";
import { Check } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { useTRPC } from "@/components/lib/trpc";
import type { Project } from "@/components/lib/use-chosen-project";
import { useRefusalOf } from "@/components/lib/use-refusal-of";
import { useWords } from "@/components/lib/words/words-context";
import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";
import type { ImportStatus } from "@/server/domain/intake/import-settings";
import { localDateAt } from "@/server/domain/time/zoned-time";
import { ColumnsStep } from "./columns-step";
import { type ImportStep, importStep, SHOWN_STEPS, type StepWish, shownStep } from "./import-step";
import { ResultStep } from "./result-step";
import { ReviewStep } from "./review-step";
import type { ImportDetails } from "./use-mapping";
import { WorkProgress } from "./work-progress";

const WORKING: readonly ImportStatus[] = ["checking", "importing"];
const POLL_MILLISECONDS = 500;

function Steps({ current }: { current: number }) {
  const t = useWords("orderIntake");
  return (
    <ol aria-label={t("steps")} className="flex items-center gap-1 text-sm">
      {SHOWN_STEPS.map((id, index) => (
        <li
          key={id}
          aria-current={index === current ? "step" : undefined}
          className={clsx("flex items-center gap-1.5 px-1.5", index === current ? "font-medium" : "text-ink-muted")}
        >
          <span
            className={clsx(
              "grid size-5 place-items-center rounded-full text-xs tabular-nums",
              index < current ? "bg-ok-soft text-ok" : index === current ? "bg-accent text-accent-ink" : "bg-pressed",
            )}
          >
            {index < current ? <Check aria-hidden="true" className="size-3" /> : index + 1}
          </span>
          <span className={clsx(index !== current && "hidden sm:inline")}>{t(`step.${id}`)}</span>
        </li>
      ))}
    </ol>
  );
}

type BodyProps = {
  step: ImportStep;
  details: ImportDetails;
  project: Project | null;
  onWish: (wish: StepWish) => void;
  onBegun: () => void;
};

function StepBody({ step, details, project, onWish, onBegun }: BodyProps) {
  const t = useWords("orderIntake");
  if (step === "columns") {
    const today = localDateAt(new Date(), project?.timeZone ?? "UTC");
    return <ColumnsStep details={details} project={project} today={today} onSent={onBegun} />;
  }
  if (step === "review") return <ReviewStep details={details} onColumns={() => onWish("columns")} onBegun={onBegun} />;
  if (step === "result") return <ResultStep details={details} onReview={() => onWish("review")} />;
  if (step !== "gone") return <WorkProgress details={details} />;
  return (
    <NoImport title={t("putAway")} link={t("importAnother")}>
      {t("putAwayAbout")}
    </NoImport>
  );
}

function NoImport({ title, link, children }: { title: string; link: string; children: string }) {
  return (
    <EmptyState
      className="flex-1"
      title={title}
      actions={
        <Link href="/orders/import" className={buttonClass()}>
          {link}
        </Link>
      }
    >
      {children}
    </EmptyState>
  );
}

/** One import from its columns to its result; the address alone brings anybody back to where it stands. */
export function ImportScreen({ importId }: { importId: string }) {
  const t = useWords("orderIntake");
  const refusalOf = useRefusalOf();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [wish, setWish] = useState<StepWish>(null);
  const refetchInterval = ({ state }: { state: { data?: ImportDetails } }) =>
    state.data && WORKING.includes(state.data.status) ? POLL_MILLISECONDS : (false as const);
  const query = useQuery(trpc.intake.get.queryOptions({ id: importId }, { staleTime: 0, refetchInterval }));
  const projects = useQuery(trpc.project.list.queryOptions({}));
  const details = query.data;
  const project = projects.data?.find(({ id }) => id === details?.projectId) ?? null;
  const step = details && importStep(details.status, wish, details.counts);
  async function begun() {
    await queryClient.invalidateQueries({ queryKey: trpc.intake.get.queryKey({ id: importId }) });
    setWish(null);
  }
  return (
    <>
      <PageHeader
        back={
          <Link href="/orders/import" className="hover:text-ink hover:underline">
            {t("title")}
          </Link>
        }
        title={details?.fileName ?? t("import")}
        meta={project?.name}
        actions={step && step !== "gone" ? <Steps current={shownStep(step)} /> : undefined}
      />
      {query.error && !details ? (
        <NoImport title={t("cannotShow")} link={t("allImports")}>
          {refusalOf(query.error).message}
        </NoImport>
      ) : !details || !step || projects.isPending ? (
        <div aria-busy="true" className="flex flex-1 flex-col gap-3 p-5">
          <Skeleton className="h-9 w-full" />
          <Skeleton className="h-72 w-full" />
        </div>
      ) : (
        <StepBody {...{ step, details, project }} onWish={setWish} onBegun={() => void begun()} />
      )}
    </>
  );
}
