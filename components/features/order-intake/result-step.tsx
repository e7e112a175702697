"use client";
import { useQuery } from "@tanstack/react-query";
import { CircleCheck, MapPinned, Package, Route, Upload } from "lucide-react";
import Link from "next/link";
import { useTRPC } from "@/components/lib/trpc";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { Stat } from "@/components/ui/stat";
import type { ImportDetails } from "./use-mapping";

export type ResultStepProps = { details: ImportDetails; onReview: () => void };

const POLL_MILLISECONDS = 3000;

function Outcome({ details }: { details: ImportDetails }) {
  const t = useWords("orderIntake");
  const { counts, outcomes, fileName } = details;
  return (
    <section aria-label={t("result")} className="rounded-lg border border-line bg-surface p-5">
      <h2 className="flex items-center gap-2 font-semibold text-lg">
        <CircleCheck aria-hidden="true" className="size-5 text-ok" />
        {t("rowsAreImported", { count: counts.imported })}
      </h2>
      <p className="text-ink-muted">{t("from", { file: fileName })}</p>
      <div className="mt-4 grid grid-cols-2 gap-4 sm:grid-cols-4">
        <Stat
          label={t("created")}
          value={t.format.count(outcomes.created)}
          tone={outcomes.created > 0 ? "ok" : "default"}
        />
        <Stat label={t("updated")} value={t.format.count(outcomes.updated)} />
        <Stat label={t("alreadySo")} value={t.format.count(outcomes.unchanged)} />
        <Stat label={t("leftOut")} value={t.format.count(counts.skipped)} />
      </div>
    </section>
  );
}

function RowsLeft({ details, onReview }: ResultStepProps) {
  const t = useWords("orderIntake");
  const { invalid, valid } = details.counts;
  const left = invalid + valid;
  if (left === 0) return null;
  const fix = (
    <Button size="sm" onClick={onReview}>
      {t("putRight")}
    </Button>
  );
  return (
    <Banner tone="warn" title={t("rowsNotImported", { count: left })} actions={fix}>
      {invalid === 0
        ? t("leftReady", { ready: valid })
        : valid === 0
          ? t("leftFaulty", { faulty: invalid })
          : t("leftBoth", { faulty: invalid, ready: valid })}
    </Banner>
  );
}

/** Addresses are looked up after the orders are made; what nobody is sure of shows here as it turns up. */
function Doubts({ projectId }: { projectId: string }) {
  const t = useWords("orderIntake");
  const trpc = useTRPC();
  const doubts = useQuery(
    trpc.location.doubtful.queryOptions(
      { projectId, limit: 1 },
      { refetchInterval: ({ state }) => (state.data?.pending === 0 ? false : POLL_MILLISECONDS) },
    ),
  );
  const { addresses = 0, pending = 0 } = doubts.data ?? {};
  const waiting = t("stillLookedUp", { count: pending });
  if (addresses === 0) return pending > 0 ? <Banner title={t("addressesLookedUp")}>{waiting}</Banner> : null;
  const find = (
    <Link href={`/orders/addresses?project=${projectId}`} className={buttonClass({ size: "sm" })}>
      <MapPinned aria-hidden="true" className="size-3.5" />
      {t("findDoors")}
    </Link>
  );
  const title = t("inDoubt", { count: addresses });
  return (
    <Banner tone="warn" title={title} actions={find}>
      {pending > 0 ? waiting : t("settleFirst")}
    </Banner>
  );
}

function NextSteps({ details }: { details: ImportDetails }) {
  const t = useWords("orderIntake");
  const { projectId, settings } = details;
  const day = settings.serviceDate;
  const project = `project=${projectId}`;
  return (
    <nav aria-label={t("nextSteps")} className="flex flex-wrap gap-2">
      {day ? (
        <Link href={`/plan/${day}?${project}`} className={buttonClass({ variant: "primary", size: "lg" })}>
          <Route aria-hidden="true" className="size-4" />
          {t("planDay", { date: t.format.date(day, "short") })}
        </Link>
      ) : null}
      <Link href={`/orders?${project}${day ? `&date=${day}` : ""}`} className={buttonClass({ size: "lg" })}>
        <Package aria-hidden="true" className="size-4" />
        {day ? t("ordersOf", { date: t.format.date(day, "short") }) : t("seeOrders")}
      </Link>
      <Link href={`/orders/import?${project}`} className={buttonClass({ variant: "ghost", size: "lg" })}>
        <Upload aria-hidden="true" className="size-4" />
        {t("importAnother")}
      </Link>
    </nav>
  );
}

/** What came of the import, and where to go from here. */
export function ResultStep({ details, onReview }: ResultStepProps) {
  return (
    <div className="scroll-quiet min-h-0 flex-1 p-4 sm:p-6">
      <div className="mx-auto flex w-full max-w-180 flex-col gap-5">
        <Outcome details={details} />
        <RowsLeft details={details} onReview={onReview} />
        <Doubts projectId={details.projectId} />
        <NextSteps details={details} />
      </div>
    </div>
  );
}
