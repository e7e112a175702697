"use client";
import { useInfiniteQuery } from "@tanstack/react-query";
import { History } from "lucide-react";
import { useState } from "react";
import { browserTimeZone } from "@/components/lib/time-zones";
import { useTRPC, useTRPCClient } from "@/components/lib/trpc";
import { useChosenProject } from "@/components/lib/use-chosen-project";
import { useLiveRefresh } from "@/components/lib/use-live-refresh";
import { useRefusalOf } from "@/components/lib/use-refusal-of";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Select } from "@/components/ui/select";
import { Skeleton } from "@/components/ui/skeleton";
import { SettingsSection } from "../settings-section";
import { ActivityRow } from "./activity-row";
import { type ActivityEvent, ENTITIES } from "./describe-event";

const PAGE_ROWS = 50;
const EVERYTHING = "everything";

function useActivity(entity: string) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const filter = entity === EVERYTHING ? {} : { entity };
  const pages = useInfiniteQuery({
    queryKey: [...trpc.event.timeline.queryKey(), "pages", entity],
    queryFn: ({ pageParam, signal }): Promise<ActivityEvent[]> =>
      client.event.timeline.query(
        { ...filter, limit: PAGE_ROWS, ...(pageParam && { beforeSeq: pageParam }) },
        { signal },
      ),
    initialPageParam: 0,
    getNextPageParam: (page) => (page.length === PAGE_ROWS ? page.at(-1)?.seq : undefined),
  });
  useLiveRefresh(/./, [trpc.event.timeline.queryKey()]);
  return { ...pages, events: pages.data?.pages.flat() ?? [] };
}

/** Everything that happened, newest first: who, when, what, and what it was before. */
export function ActivityLog() {
  const t = useWords("settings");
  const refusalOf = useRefusalOf();
  const [entity, setEntity] = useState<string>(EVERYTHING);
  const { events, isPending, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useActivity(entity);
  const projectZone = useChosenProject().project?.timeZone;
  const zone = projectZone ?? browserTimeZone();
  return (
    <SettingsSection
      title={t("nav.activity")}
      description={
        projectZone ? t("activity.aboutZone", { zone: projectZone.replaceAll("_", " ") }) : t("activity.about")
      }
      actions={
        <Select
          label={t("activity.filter")}
          hideLabel
          className="w-40"
          options={[
            { value: EVERYTHING, label: t("activity.everything") },
            ...ENTITIES.map((value) => ({ value, label: t(`entity.${value}`) })),
          ]}
          value={entity}
          onValueChange={setEntity}
        />
      }
      footer={
        hasNextPage ? (
          <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t("activity.older")}
          </Button>
        ) : undefined
      }
    >
      {error ? <Banner tone="error">{refusalOf(error).message}</Banner> : null}
      {isPending ? <Skeleton className="h-64 w-full" /> : null}
      {!isPending && !error && events.length === 0 ? (
        <EmptyState icon={<History />} title={t("activity.none")}>
          {t("activity.noneAbout")}
        </EmptyState>
      ) : null}
      {events.length > 0 ? (
        <ol aria-label={t("nav.activity")} className="-mx-4 -mb-4 border-line border-t sm:-mx-5 sm:-mb-5">
          {events.map((event) => (
            <ActivityRow key={event.seq} event={event} zone={zone} />
          ))}
        </ol>
      ) : null}
    </SettingsSection>
  );
}
