"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Star } from "lucide-react";
import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useTRPC } from "@/components/lib/trpc";
import type { Project } from "@/components/lib/use-chosen-project";
import { useLiveRefresh } from "@/components/lib/use-live-refresh";
import { useRefusalOf } from "@/components/lib/use-refusal-of";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Skeleton } from "@/components/ui/skeleton";
import { DayColumns } from "./day-columns";
import { DriverTable } from "./driver-table";
import { PERIODS, periodDays, SHOWN } from "./rating-filter";
import { RatingFilters } from "./rating-filters";
import { RatingList } from "./rating-list";
import { RatingSummary } from "./rating-summary";

const ADDRESS = {
  period: parseAsStringLiteral(PERIODS).withDefault("30"),
  show: parseAsStringLiteral(SHOWN).withDefault("all"),
  driver: parseAsString,
};

/** Figures of a period, and what was said in it; the address keeps what is looked at. */
export function RatingsDesk({ project }: { project: Project }) {
  const t = useWords("ratings");
  const refusalOf = useRefusalOf();
  const trpc = useTRPC();
  const [{ period, show, driver }, setAddress] = useQueryStates(ADDRESS);
  const asked = { projectId: project.id, ...periodDays(period, project.timeZone, new Date()), driverId: driver, show };
  const { data, error } = useQuery(trpc.customer.ratings.queryOptions(asked, { placeholderData: keepPreviousData }));
  useLiveRefresh(/^delivery\.rated$/, [trpc.customer.ratings.queryKey()]);
  if (error) {
    return (
      <Banner tone="error" className="m-4" title={t("unreadable")}>
        {refusalOf(error).message}
      </Banner>
    );
  }
  if (!data) return <Skeleton className="m-4 min-h-0 flex-1" />;
  const showAll = <Button onClick={() => void setAddress({ show: "all", driver: null })}>{t("showAll")}</Button>;
  return (
    <div className="scroll-quiet min-h-0 flex-1">
      <RatingFilters period={period} show={show} onChange={(change) => void setAddress(change)} />
      {data.all.ratings === 0 && driver === null ? (
        <EmptyState icon={<Star />} title={t("none")} className="py-20">
          {t("noneAbout")}
        </EmptyState>
      ) : (
        <div className="mx-auto grid max-w-330 gap-x-10 gap-y-8 p-4 sm:p-5 lg:grid-cols-[20rem_1fr]">
          <div className="flex flex-col gap-8">
            <RatingSummary figures={data.all} />
            <DayColumns days={data.byDay} />
            <DriverTable
              drivers={data.byDriver}
              chosen={driver}
              onChoose={(next) => void setAddress({ driver: next })}
            />
          </div>
          {data.list.length === 0 ? (
            <EmptyState icon={<Star />} title={t("noneSuch")} actions={showAll}>
              {t("noneSuchAbout")}
            </EmptyState>
          ) : (
            <RatingList list={data.list} zone={project.timeZone} isCut={data.list.length === data.mostShown} />
          )}
        </div>
      )}
    </div>
  );
}
