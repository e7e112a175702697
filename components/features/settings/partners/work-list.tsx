"use client";
import { useInfiniteQuery } from "@tanstack/react-query";
import { PackageOpen } from "lucide-react";
import Link from "next/link";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { TakeBackButton } from "@/components/lib/partner/take-back-button";
import type { RouterOutput } from "@/components/lib/router-types";
import { browserTimeZone } from "@/components/lib/time-zones";
import { useTRPC, useTRPCClient } from "@/components/lib/trpc";
import { useWords } from "@/components/lib/words/words-context";
import { Badge, type Tone } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { Select } from "@/components/ui/select";
import { WORK_STATES, type WorkState } from "@/server/domain/partner/work-state";
import { PagedList } from "../paged-list";

type Work = RouterOutput["partner"]["work"]["rows"][number];

const SHOWN = ["all", ...WORK_STATES] as const;
const TONES: Readonly<Record<WorkState, Tone>> = {
  offered: "info",
  accepted: "accent",
  "under-way": "accent",
  done: "ok",
  declined: "neutral",
};

/** What a partner was offered, has and had, newest first. */
export function WorkList({ partnerId }: { partnerId: string }) {
  const t = useWords("settingsPartners");
  const trpc = useTRPC();
  const client = useTRPCClient();
  const [shown, setShown] = useQueryState("state", parseAsStringLiteral(SHOWN).withDefault("all"));
  const state = shown === "all" ? undefined : shown;
  const pages = useInfiniteQuery({
    queryKey: [...trpc.partner.work.queryKey(), partnerId, shown],
    queryFn: ({ pageParam, signal }) =>
      client.partner.work.query({ partnerId, state, ...(pageParam && { cursor: pageParam }) }, { signal }),
    initialPageParam: "",
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <>
      <Select
        label={t("show")}
        className="max-w-60"
        options={SHOWN.map((value) => ({ value, label: t(`state.${value}`) }))}
        value={shown}
        onValueChange={(next) => void setShown(next)}
      />
      <PagedList
        pages={pages}
        label={t("tab.work")}
        older={t("older")}
        empty={
          <EmptyState icon={<PackageOpen />} title={t("noWork")}>
            {t("noWorkAbout")}
          </EmptyState>
        }
        rows={rows.map((work) => <WorkRow key={work.id} work={work} />)}
      />
    </>
  );
}

const OTHERWISE = ["lost", "withdrawn", "given-back"] as const;

function WorkRow({ work }: { work: Work }) {
  const t = useWords("settingsPartners");
  const { state, handoverStatus, serviceDate, projectId, createdAt } = work;
  const otherwise = OTHERWISE.find((status) => status === handoverStatus);
  const isRoute = work.kind === "route";
  const href = isRoute
    ? `/plan/${serviceDate}?project=${projectId}`
    : `/orders?project=${projectId}&order=${work.deliveryId}`;
  const title = isRoute
    ? t("workRoute", { number: String(work.routeNumber), driver: work.driverName ?? "" })
    : work.externalId
      ? t("workOrder", { number: work.externalId })
      : t("orderNoNumber");
  const about = isRoute ? [t("stops", { count: work.stops ?? 0 })] : [work.customer, work.address, work.reference];
  return (
    <li className="flex items-center border-line border-b last:border-b-0 hover:bg-hover">
      <Link href={href} className="flex min-w-0 flex-1 items-center gap-3 px-3 py-2 outline-offset-[-2px]">
        <span className="min-w-0 flex-1">
          <span className="block truncate font-medium">{title}</span>
          <span className="block truncate text-ink-muted text-sm">
            {[serviceDate && t.format.date(serviceDate, "short"), ...about, work.isByHand ? t("byHand") : ""]
              .filter(Boolean)
              .join(" · ")}
          </span>
        </span>
        <Badge tone={TONES[state]}>{t(otherwise ? `handover.${otherwise}` : `state.${state}`)}</Badge>
        <time className="hidden w-36 shrink-0 text-right text-ink-muted text-sm sm:block">
          {t.format.instant(createdAt, browserTimeZone())}
        </time>
      </Link>
      {work.deliveryId && (state === "offered" || state === "accepted") ? (
        <TakeBackButton deliveryId={work.deliveryId} name={title} isOnOffer={state === "offered"} />
      ) : null}
    </li>
  );
}
