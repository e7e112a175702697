"use client";
import { useQuery } from "@tanstack/react-query";
import { CircleCheck, MapPinned, Package, Route, Upload } from "lucide-react";
import Link from "next/link";
import { formatCount, formatDate } from "@/components/lib/format";
import { useTRPC } from "@/components/lib/trpc";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { Stat } from "@/components/ui/stat";
import type { ImportDetails } from "./use-mapping";

export type ResultStepProps = { details: ImportDetails; onReview: () => void };

const POLL_MILLISECONDS = 3000;

function Outcome({ details }: { details: ImportDetails }) {
  const { counts, outcomes, fileName } = details;
  return (
    <section aria-label="Result" className="rounded-lg border border-line bg-surface p-5">
      <h2 className="flex items-center gap-2 font-semibold text-lg">
        <CircleCheck aria-hidden="true" className="size-5 text-ok" />
        {formatCount(counts.imported)} {counts.imported === 1 ? "row is" : "rows are"} imported
      </h2>
      <p className="text-ink-muted">From {fileName}</p>
      <div className="mt-4 grid grid-cols-2 gap-4 sm:grid-cols-4">
        <Stat
          label="Orders created"
          value={formatCount(outcomes.created)}
          tone={outcomes.created > 0 ? "ok" : "default"}
        />
        <Stat label="Orders updated" value={formatCount(outcomes.updated)} />
        <Stat label="Already so" value={formatCount(outcomes.unchanged)} />
        <Stat label="Left out" value={formatCount(counts.skipped)} />
      </div>
    </section>
  );
}

function RowsLeft({ details, onReview }: ResultStepProps) {
  const { invalid, valid } = details.counts;
  const left = invalid + valid;
  if (left === 0) return null;
  const fix = (
    <Button size="sm" onClick={onReview}>
      Put them right
    </Button>
  );
  return (
    <Banner tone="warn" title={`${formatCount(left)} ${left === 1 ? "row is" : "rows are"} not imported`} actions={fix}>
      {invalid > 0 ? `${formatCount(invalid)} faulty. ` : ""}
      {valid > 0 ? `${formatCount(valid)} ready.` : "They stay here until they are put right or left out."}
    </Banner>
  );
}

/** Addresses are looked up after the orders are made; what nobody is sure of shows here as it turns up. */
function Doubts({ projectId }: { projectId: string }) {
  const trpc = useTRPC();
  const doubts = useQuery(
    trpc.location.doubtful.queryOptions(
      { projectId, limit: 1 },
      { refetchInterval: ({ state }) => (state.data?.pending === 0 ? false : POLL_MILLISECONDS) },
    ),
  );
  const { addresses = 0, pending = 0 } = doubts.data ?? {};
  const waiting = `${formatCount(pending)} are still being looked up.`;
  if (addresses === 0) return pending > 0 ? <Banner title="Addresses are being looked up">{waiting}</Banner> : null;
  const find = (
    <Link href={`/orders/addresses?project=${projectId}`} className={buttonClass({ size: "sm" })}>
      <MapPinned aria-hidden="true" className="size-3.5" />
      Find the doors
    </Link>
  );
  const title = `${formatCount(addresses)} ${addresses === 1 ? "address is" : "addresses are"} in doubt`;
  return (
    <Banner tone="warn" title={title} actions={find}>
      {pending > 0 ? waiting : "Settle them before a van is sent there."}
    </Banner>
  );
}

function NextSteps({ details }: { details: ImportDetails }) {
  const { projectId, settings } = details;
  const day = settings.serviceDate;
  const project = `project=${projectId}`;
  return (
    <nav aria-label="Next steps" className="flex flex-wrap gap-2">
      {day ? (
        <Link href={`/plan/${day}?${project}`} className={buttonClass({ variant: "primary", size: "lg" })}>
          <Route aria-hidden="true" className="size-4" />
          Plan {formatDate(day, { style: "short" })}
        </Link>
      ) : null}
      <Link href={`/orders?${project}${day ? `&date=${day}` : ""}`} className={buttonClass({ size: "lg" })}>
        <Package aria-hidden="true" className="size-4" />
        {day ? `Orders of ${formatDate(day, { style: "short" })}` : "See the orders"}
      </Link>
      <Link href={`/orders/import?${project}`} className={buttonClass({ variant: "ghost", size: "lg" })}>
        <Upload aria-hidden="true" className="size-4" />
        Import another file
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
