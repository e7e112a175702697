"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ArrowRightLeft, CalendarArrowUp, RotateCcw, Send, Warehouse } from "lucide-react";
import { useState } from "react";
import type { Exception } from "@/components/lib/exceptions/exception-words";
import type { RouterOutput } from "@/components/lib/router-types";
import { useTRPC } from "@/components/lib/trpc";
import { useRefusalToast } from "@/components/lib/use-refusal-toast";
import { useMay } from "@/components/lib/viewer-permissions";
import { useWords } from "@/components/lib/words/words-context";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import { useToast } from "@/components/ui/toast";

import { useConcernedStops } from "./concerned-stops";
import { MovePreviewDialog } from "./move-preview-dialog";
import { RescheduleDialog } from "./reschedule-dialog";
import { RetryDialog } from "./retry-dialog";
import { SplitRemedy } from "./split-remedy";

export type SuggestedMove = RouterOutput["exception"]["fixes"][number];

const MOVABLE: readonly string[] = ["late", "no-start", "stale-gps", "declined", "problem", "driver-issue"];
const RESCHEDULED: readonly string[] = ["late", "problem", "address-issue", "damaged", "other"];
const LINKS: readonly string[] = ["link-not-opened", "no-start", "stale-gps"];

/** What may help, by kind: stops to another route, seen first; to another day; the link once more; another try, or the way back. */
export function Remedies({ exception }: { exception: Exception }) {
  const t = useWords("exceptions");
  const { type, routeId, routeStatus } = exception;
  const mayDispatch = useMay("plan.dispatch");
  const isSent = routeStatus === "dispatched" || routeStatus === "started";
  const parts = [
    MOVABLE.includes(type) && routeId ? <Moves key="moves" exception={exception} /> : null,
    MOVABLE.includes(type) && routeId && type !== "late" ? <SplitRemedy key="split" exception={exception} /> : null,
    LINKS.includes(type) && isSent && mayDispatch ? <ResendLink key="link" exception={exception} /> : null,
    RESCHEDULED.includes(type) && exception.planId ? <Reschedule key="day" exception={exception} /> : null,
    type === "failed-stop" && exception.deliveryId ? <FailedDelivery key="failed" exception={exception} /> : null,
  ].filter((part) => part !== null);
  if (parts.length === 0) return null;
  return (
    <section className="flex flex-col gap-2">
      <h3 className="font-medium">{t("helps")}</h3>
      {parts}
    </section>
  );
}

function Moves({ exception }: { exception: Exception }) {
  const t = useWords("exceptions");
  const trpc = useTRPC();
  const [looked, setLooked] = useState<SuggestedMove | null>(null);
  const fixes = useQuery({
    ...trpc.exception.fixes.queryOptions({ exceptionId: exception.id }),
    staleTime: 15_000,
  });
  if (fixes.isPending) return <Skeleton className="h-12 w-full rounded-md" />;
  if (!fixes.data || fixes.data.length === 0) return <p className="text-ink-muted">{t("noMoves")}</p>;
  return (
    <>
      <ul className="flex flex-col gap-1.5">
        {fixes.data.map((fix) => (
          <li key={fix.routeId}>
            <button
              type="button"
              onClick={() => setLooked(fix)}
              className="flex w-full items-center gap-3 rounded-md border border-line-strong bg-surface px-3 py-2 text-left hover:bg-hover [&>svg]:size-4 [&>svg]:shrink-0 [&>svg]:text-ink-muted"
            >
              <ArrowRightLeft aria-hidden="true" />
              <span className="min-w-0 flex-1">
                <span className="block font-medium">
                  {t("move.label", { count: fix.visitIds.length, number: String(fix.routeNumber) })}
                </span>
                <span className="block truncate text-ink-muted text-sm tabular-nums">
                  {t("move.effect", {
                    driver: fix.driverName,
                    time: t.format.minutesDelta(fix.durationSeconds),
                    late: fix.lateAfter,
                  })}
                </span>
              </span>
              <span className="text-accent text-sm">{t("preview")}</span>
            </button>
          </li>
        ))}
      </ul>
      {looked ? <MovePreviewDialog move={looked} onClose={() => setLooked(null)} /> : null}
    </>
  );
}

/** What has not been tried yet to another day; nothing where no door of it is open. */
function Reschedule({ exception }: { exception: Exception }) {
  const t = useWords("exceptions");
  const [isAsking, setAsking] = useState(false);
  const open = useConcernedStops(exception.id)?.filter(({ isDone }) => !isDone) ?? [];
  if (open.length === 0) return null;
  return (
    <>
      <Button icon={<CalendarArrowUp />} onClick={() => setAsking(true)} className="self-start">
        {t("reschedule.label", { count: open.length })}
      </Button>
      {isAsking ? <RescheduleDialog exception={exception} stops={open} onClose={() => setAsking(false)} /> : null}
    </>
  );
}

function ResendLink({ exception: { id, planId, routeId } }: { exception: Exception }) {
  const t = useWords("exceptions");
  const trpc = useTRPC();
  const toast = useToast();
  const refuse = useRefusalToast();
  const { mutate, isPending } = useMutation(
    trpc.plan.resendLink.mutationOptions({
      onSuccess: () => toast.show({ title: t("resent"), tone: "ok" }),
      onError: (error) => refuse(t("notResent"), error),
    }),
  );
  const send = () =>
    mutate({
      planId: planId!,
      routeId: routeId!,
      mutationId: `link-${id}-${crypto.randomUUID()}`,
      channels: ["email", "sms"],
    });
  return (
    <Button icon={<Send />} loading={isPending} onClick={send} className="self-start">
      {t("resend")}
    </Button>
  );
}

function FailedDelivery({ exception }: { exception: Exception }) {
  const t = useWords("exceptions");
  const trpc = useTRPC();
  const toast = useToast();
  const queries = useQueryClient();
  const refuse = useRefusalToast();
  const [isRetrying, setRetrying] = useState(false);
  const giveBack = useMutation(
    trpc.exception.return.mutationOptions({
      onSuccess: () => toast.show({ title: t("return.done"), tone: "ok" }),
      onError: (error) => refuse(t("return.failed"), error),
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.exception.pathKey() }),
    }),
  );
  return (
    <div className="flex flex-wrap gap-2">
      <Button icon={<RotateCcw />} onClick={() => setRetrying(true)}>
        {t("retry")}
      </Button>
      <Button
        icon={<Warehouse />}
        loading={giveBack.isPending}
        onClick={() => giveBack.mutate({ deliveryId: exception.deliveryId! })}
      >
        {t("returnIt")}
      </Button>
      {isRetrying ? <RetryDialog exception={exception} onClose={() => setRetrying(false)} /> : null}
    </div>
  );
}
