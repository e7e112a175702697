"use client";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Ban, Route } from "lucide-react";
import { useTRPC } from "@/components/lib/trpc";
import { useRefusalOf } from "@/components/lib/use-refusal-of";
import { useRefusalToast } from "@/components/lib/use-refusal-toast";
import { useWords } from "@/components/lib/words/words-context";
import { Badge } from "@/components/ui/badge";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";

/** Where a driver who signs in finds the way to his run. */
export function OwnRunsPage({ isOpen }: { isOpen: boolean }) {
  const t = useWords("driverDesk");
  if (!isOpen) {
    return (
      <EmptyState icon={<Ban />} title={t("closed")} className="flex-1">
        {t("closedAbout")}
      </EmptyState>
    );
  }
  return (
    <>
      <PageHeader title={t("title")} />
      <Runs />
    </>
  );
}

function Runs() {
  const t = useWords("driverDesk");
  const trpc = useTRPC();
  const refusalOf = useRefusalOf();
  const refuse = useRefusalToast();
  const { data, error } = useQuery(trpc.driverDesk.runs.queryOptions({}));
  const open = useMutation(trpc.driverDesk.openRun.mutationOptions());

  async function go(routeId: string) {
    try {
      const { link } = await open.mutateAsync({ routeId });
      window.location.assign(new URL(link).pathname);
    } catch (problem) {
      refuse(t("notOpened"), problem);
    }
  }

  if (error) {
    return (
      <Banner tone="error" className="m-4">
        {refusalOf(error).message}
      </Banner>
    );
  }
  if (!data) return <Skeleton className="m-4 h-24" />;
  if (data.length === 0) {
    return (
      <EmptyState icon={<Route />} title={t("none")} className="flex-1">
        {t("noneAbout")}
      </EmptyState>
    );
  }
  return (
    <ul aria-label={t("title")} className="flex max-w-160 flex-col gap-3 p-4 sm:p-5">
      {data.map(({ routeId, number, date, status, stops, startMs, timeZone }) => (
        <li
          key={routeId}
          className="flex flex-wrap items-center gap-3 rounded-lg border border-line bg-surface px-4 py-3"
        >
          <div className="min-w-0 flex-1 basis-40">
            <h2 className="flex items-center gap-2 font-semibold">
              {t("route", { number })} <Badge>{t(`status.${status}`)}</Badge>
            </h2>
            <p className="text-ink-muted">
              {t.format.date(date, "medium")} · {t("stops", { count: stops })} ·{" "}
              {t("starts", { time: t.format.instant(new Date(startMs), timeZone) })}
            </p>
          </div>
          {status === "finished" ? null : (
            <Button variant="primary" size="lg" loading={open.isPending} onClick={() => void go(routeId)}>
              {t("open")}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
