"use client";
import { Inbox } from "lucide-react";
import { useCallback, useState } from "react";
import { browserTimeZone } from "@/components/lib/time-zones";
import { useChosenProject } from "@/components/lib/use-chosen-project";
import { useRefusalOf } from "@/components/lib/use-refusal-of";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Select } from "@/components/ui/select";
import { MESSAGE_AUDIENCES, type MessageAudience } from "@/server/domain/message/message-purpose";
import { MessageDrawer } from "./message-drawer";
import { MessageList } from "./message-list";
import type { Message, MessageStatus } from "./message-words";
import { useMessages } from "./use-messages";

const STATUSES = ["queued", "sending", "sent", "kept", "failed", "unknown"] as const;

/** What was written to drivers, customers and partners, and what became of it. */
export function OutboxPage() {
  const t = useWords("outbox");
  const refusalOf = useRefusalOf();
  const [status, setStatus] = useState<MessageStatus | null>(null);
  const [audience, setAudience] = useState<MessageAudience | null>(null);
  const [openId, setOpenId] = useState<string | null>(null);
  const [lastOpen, setLastOpen] = useState<Message | null>(null);
  const { messages, isPending, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useMessages(status, audience);
  const zone = useChosenProject().project?.timeZone ?? browserTimeZone();
  const open = useCallback((message: Message) => {
    setOpenId(message.id);
    setLastOpen(message);
  }, []);
  const shown = messages.find((message) => message.id === openId) ?? lastOpen;
  const hasKept = messages.some((message) => message.status === "kept");
  const empty = (
    <OutboxEmpty
      isFiltered={status !== null || audience !== null}
      onClear={() => {
        setStatus(null);
        setAudience(null);
      }}
    />
  );
  return (
    <>
      <PageHeader
        title={t("title")}
        meta={t("about", { zone: zone.replaceAll("_", " ") })}
        actions={
          <>
            <Select
              label={t("audience")}
              hideLabel
              size="sm"
              className="w-44"
              options={[
                { value: "all", label: t("everybody") },
                ...MESSAGE_AUDIENCES.map((value) => ({ value, label: t(`audience.${value}`) })),
              ]}
              value={audience ?? "all"}
              onValueChange={(next) => setAudience(next === "all" ? null : (next as MessageAudience))}
            />
            <Select
              label={t("status")}
              hideLabel
              size="sm"
              className="w-40"
              options={[
                { value: "all", label: t("all") },
                ...STATUSES.map((value) => ({ value, label: t(`status.${value}`) })),
              ]}
              value={status ?? "all"}
              onValueChange={(next) => setStatus(next === "all" ? null : (next as MessageStatus))}
            />
          </>
        }
      />
      {error ? (
        <Banner tone="error" className="m-4" title={t("unreadable")}>
          {refusalOf(error).message}
        </Banner>
      ) : null}
      {hasKept ? <Banner className="mx-4 mt-3 mb-3 shrink-0">{t("keptNote")}</Banner> : null}
      <MessageList messages={messages} zone={zone} loading={isPending} onOpen={open} empty={empty} />
      {hasNextPage ? (
        <div className="flex shrink-0 justify-center border-line border-t bg-surface p-2">
          <Button size="sm" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t("older")}
          </Button>
        </div>
      ) : null}
      <MessageDrawer message={shown} open={openId !== null} zone={zone} onClose={() => setOpenId(null)} />
    </>
  );
}

function OutboxEmpty({ isFiltered, onClear }: { isFiltered: boolean; onClear: () => void }) {
  const t = useWords("outbox");
  if (isFiltered) {
    return (
      <EmptyState icon={<Inbox />} title={t("noneSuch")} actions={<Button onClick={onClear}>{t("showAll")}</Button>}>
        {t("noneNow")}
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={<Inbox />} title={t("none")}>
      {t("noneAbout")}
    </EmptyState>
  );
}
