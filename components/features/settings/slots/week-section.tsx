"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { Fragment, useState } from "react";
import { useTRPC } from "@/components/lib/trpc";
import type { Project } from "@/components/lib/use-chosen-project";
import { useWords } from "@/components/lib/words/words-context";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Skeleton } from "@/components/ui/skeleton";
import { addLocalDays } from "@/server/domain/time/local-date";
import { localDateAt } from "@/server/domain/time/zoned-time";
import { SettingsUnreadable } from "../form/settings-state";
import { SettingsSection } from "../settings-section";
import { LoadCell } from "./load-cell";
import { dayHeading } from "./slot-draft";
import type { Offer, Zone } from "./use-slots";

const WEEK = 7;

export type WeekSectionProps = { project: Project; zones: readonly Zone[]; offers: readonly Offer[] };

/** How full each slot is, a week at a time; a click shows who has a place. */
export function WeekSection({ project, zones, offers }: WeekSectionProps) {
  const t = useWords("settingsSlots");
  const trpc = useTRPC();
  const today = localDateAt(new Date(), project.timeZone);
  const [fromDate, setFromDate] = useState(today);
  const load = useQuery({
    ...trpc.slot.load.queryOptions({ projectId: project.id, fromDate, days: WEEK }),
    placeholderData: keepPreviousData,
  });
  return (
    <SettingsSection
      title={t("week.title")}
      description={t("week.about")}
      actions={
        <span className="flex items-center gap-1">
          <IconButton
            label={t("week.before")}
            icon={<ChevronLeft />}
            onClick={() => setFromDate(addLocalDays(fromDate, -WEEK))}
          />
          <Button size="sm" disabled={fromDate === today} onClick={() => setFromDate(today)}>
            {t("week.today")}
          </Button>
          <IconButton
            label={t("week.after")}
            icon={<ChevronRight />}
            onClick={() => setFromDate(addLocalDays(fromDate, WEEK))}
          />
        </span>
      }
    >
      {load.error ? <SettingsUnreadable error={load.error} onRetry={() => void load.refetch()} /> : null}
      {load.data ? (
        <WeekTable loads={load.data} zones={zones} offers={offers} project={project} />
      ) : load.error ? null : (
        <Skeleton className="h-32 w-full" />
      )}
    </SettingsSection>
  );
}

type Loads = readonly { offerId: string; days: readonly Parameters<typeof LoadCell>[0]["load"][] }[];

function WeekTable({ loads, zones, offers, project }: WeekSectionProps & { loads: Loads }) {
  const t = useWords("settingsSlots");
  const dates = loads[0]?.days.map(({ date }) => date) ?? [];
  return (
    <div className="-mx-4 -mb-4 overflow-x-auto sm:-mx-5 sm:-mb-5">
      <table className="w-full min-w-160 border-collapse">
        <thead>
          <tr className="text-ink-muted text-sm">
            <th scope="col" className="sticky left-0 bg-surface px-4 py-1.5 text-left font-medium sm:px-5">
              {t("week.slot")}
            </th>
            {dates.map((date) => (
              <th key={date} scope="col" className="px-1 py-1.5 text-center font-medium">
                {dayHeading(t.format.reader.locale, date)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {zones.map((zone) => (
            <Fragment key={zone.id}>
              {offers
                .filter(({ zoneId }) => zoneId === zone.id)
                .map((offer) => (
                  <tr key={offer.id} className="border-line border-t">
                    <th
                      scope="row"
                      className="sticky left-0 max-w-40 bg-surface px-4 py-1 text-left font-normal sm:max-w-80 sm:px-5"
                    >
                      <span className="block whitespace-nowrap tabular-nums">
                        {t.format.wallRange(offer.fromSeconds, offer.toSeconds)}
                      </span>
                      <span className="block truncate text-ink-muted text-sm">
                        {t("week.zoneAndLevel", { zone: zone.name, level: offer.serviceLevel })}
                      </span>
                    </th>
                    {loads
                      .find(({ offerId }) => offerId === offer.id)
                      ?.days.map((load) => (
                        <td key={load.date} className="p-1 text-center">
                          <LoadCell offer={offer} load={load} timeZone={project.timeZone} />
                        </td>
                      ))}
                  </tr>
                ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}
