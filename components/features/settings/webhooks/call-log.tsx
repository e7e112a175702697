"use client";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Inbox } from "lucide-react";
import { useState } from "react";
import { useTRPC, useTRPCClient } from "@/components/lib/trpc";
import { useWords } from "@/components/lib/words/words-context";
import { EmptyState } from "@/components/ui/empty-state";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { PagedList } from "../paged-list";
import { CallRow } from "./call-row";
import { REFRESH_MS } from "./webhook-words";

const SHOWN = ["all", "delivered", "waiting", "failed"] as const;

/** What was sent to a subscriber, newest first; looked at again while it is open. */
export function CallLog({ webhookId, mayChange }: { webhookId: string; mayChange: boolean }) {
  const t = useWords("settingsWebhooks");
  const trpc = useTRPC();
  const client = useTRPCClient();
  const [shown, setShown] = useState<(typeof SHOWN)[number]>("all");
  const status = shown === "all" ? undefined : shown;
  const pages = useInfiniteQuery({
    queryKey: [...trpc.webhook.messages.queryKey(), webhookId, shown],
    queryFn: ({ pageParam, signal }) =>
      client.webhook.messages.query({ webhookId, status, ...(pageParam && { cursor: pageParam }) }, { signal }),
    initialPageParam: "",
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    refetchInterval: REFRESH_MS,
  });
  const calls = pages.data?.pages.flatMap((page) => page.calls) ?? [];
  return (
    <section aria-label={t("log")} className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="font-semibold">{t("log")}</h3>
        <SegmentedControl
          label={t("show")}
          size="sm"
          options={SHOWN.map((value) => ({ value, label: t(`show.${value}`) }))}
          value={shown}
          onValueChange={setShown}
        />
      </div>
      <PagedList
        pages={pages}
        label={t("log")}
        older={t("older")}
        empty={
          <EmptyState icon={<Inbox />} title={t(shown === "all" ? "noCalls" : "noSuchCalls")}>
            {t("noCallsAbout")}
          </EmptyState>
        }
        rows={calls.map((call) => <CallRow key={call.id} call={call} mayChange={mayChange} />)}
      />
    </section>
  );
}
