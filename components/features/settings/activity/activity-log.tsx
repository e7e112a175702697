"use client";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Download, History } from "lucide-react";
import { useQueryStates } from "nuqs";
import { useMemo } from "react";
import { browserTimeZone } from "@/components/lib/time-zones";
import { useTRPC, useTRPCClient } from "@/components/lib/trpc";
import { useChosenProject } from "@/components/lib/use-chosen-project";
import { useLiveRefresh } from "@/components/lib/use-live-refresh";
import { useRefusalOf } from "@/components/lib/use-refusal-of";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";
import { Skeleton } from "@/components/ui/skeleton";
import type { AuditFilter } from "@/server/domain/event/audit-filter";
import { SettingsSection } from "../settings-section";
import { ActivityFilters } from "./activity-filters";
import { ActivityRow } from "./activity-row";
import { ACTIVITY_ADDRESS, EVERYTHING, exportAddress, wantedOf } from "./activity-view";
import { LogCheckButton, LogCheckResult, useLogCheck } from "./log-check";

const PAGE_ROWS = 50;

function useActivity(wanted: AuditFilter) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const pages = useInfiniteQuery({
    queryKey: [...trpc.event.audit.queryKey(), "pages", wanted],
    queryFn: ({ pageParam, signal }) =>
      client.event.audit.query({ wanted, limit: PAGE_ROWS, ...(pageParam && { beforeSeq: pageParam }) }, { signal }),
    initialPageParam: 0,
    getNextPageParam: ({ nextSeq }) => nextSeq ?? undefined,
  });
  useLiveRefresh(/./, [trpc.event.audit.queryKey()]);
  return { ...pages, events: pages.data?.pages.flatMap((page) => page.events) ?? [] };
}

/** Everything that happened, newest first: who, when, what, and what it was before; and whether the log is whole. */
export function ActivityLog() {
  const t = useWords("activity");
  const refusalOf = useRefusalOf();
  const projectZone = useChosenProject().project?.timeZone;
  const zone = projectZone ?? browserTimeZone();
  const [view, setView] = useQueryStates(ACTIVITY_ADDRESS, { history: "replace" });
  const { about, by, days, reference } = view;
  const wanted = useMemo(
    () => wantedOf({ about, by, days, reference }, zone, new Date()),
    [about, by, days, reference, zone],
  );
  const { events, isPending, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useActivity(wanted);
  const check = useLogCheck();
  const isFiltered = Object.keys(wanted).length > 0;
  return (
    <SettingsSection
      title={t("title")}
      description={projectZone ? t("aboutZone", { zone: projectZone.replaceAll("_", " ") }) : t("about")}
      actions={
        <div className="flex flex-wrap gap-2">
          <LogCheckButton check={check} />
          <a
            href={exportAddress(wanted)}
            download
            title={t("exportAbout")}
            className={buttonClass({ variant: "secondary", size: "sm" })}
          >
            <Download aria-hidden="true" className="size-4" />
            {t("export")}
          </a>
        </div>
      }
      footer={
        hasNextPage ? (
          <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t("older")}
          </Button>
        ) : undefined
      }
    >
      <LogCheckResult check={check} />
      <ActivityFilters view={view} onChange={(change) => void setView(change)} />
      {error ? <Banner tone="error">{refusalOf(error).message}</Banner> : null}
      {isPending ? <Skeleton className="h-64 w-full" /> : null}
      {!isPending && !error && events.length === 0 ? (
        <EmptyState
          icon={<History />}
          title={isFiltered ? t("noneSuch") : t("none")}
          actions={isFiltered ? <Button onClick={() => void setView(EVERYTHING)}>{t("showAll")}</Button> : undefined}
        >
          {isFiltered ? t("noneSuchAbout") : t("noneAbout")}
        </EmptyState>
      ) : null}
      {events.length > 0 ? (
        <ol aria-label={t("title")} className="-mx-4 -mb-4 border-line border-t sm:-mx-5 sm:-mb-5">
          {events.map((event) => (
            <ActivityRow
              key={event.seq}
              event={event}
              zone={zone}
              onPick={reference ? undefined : () => void setView({ reference: event.correlationId })}
            />
          ))}
        </ol>
      ) : null}
    </SettingsSection>
  );
}
