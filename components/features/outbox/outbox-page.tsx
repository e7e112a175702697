"use client";
import { Inbox } from "lucide-react";
import { useCallback, useMemo, useState } from "react";
import { formatInstant } from "@/components/lib/format";
import { refusalOf } from "@/components/lib/refusal";
import { browserTimeZone } from "@/components/lib/time-zones";
import { useChosenProject } from "@/components/lib/use-chosen-project";
import { PHONE, useMediaQuery } from "@/components/lib/use-media-query";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { CardList } from "@/components/ui/card-list";
import { DataGrid } from "@/components/ui/data-grid";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Select } from "@/components/ui/select";
import { ChannelText, messageColumns } from "./message-columns";
import { MessageDrawer } from "./message-drawer";
import { MessageStatusBadge } from "./message-status-badge";
import { type Message, type MessageStatus, purposeText, STATUS_LABELS } from "./message-words";
import { useMessages } from "./use-messages";

const STATUS_OPTIONS = [
  { value: "all", label: "All messages" },
  ...Object.entries(STATUS_LABELS).map(([value, label]) => ({ value, label })),
];
const messageId = (message: Message) => message.id;
const messageName = (message: Message) => message.recipientName || message.recipient;

/** What was written to drivers, and what became of it. */
export function OutboxPage() {
  const [status, setStatus] = useState<MessageStatus | null>(null);
  const [openId, setOpenId] = useState<string | null>(null);
  const [lastOpen, setLastOpen] = useState<Message | null>(null);
  const { messages, isPending, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useMessages(status);
  const zone = useChosenProject().project?.timeZone ?? browserTimeZone();
  const isPhone = useMediaQuery(PHONE);
  const open = useCallback((message: Message) => {
    setOpenId(message.id);
    setLastOpen(message);
  }, []);
  const columns = useMemo(() => messageColumns(zone, open), [zone, open]);
  const shown = messages.find((message) => message.id === openId) ?? lastOpen;
  const hasKept = messages.some((message) => message.status === "kept");
  const list = {
    label: "Messages",
    loading: isPending,
    empty: <OutboxEmpty isFiltered={status !== null} onClear={() => setStatus(null)} />,
  };
  return (
    <>
      <PageHeader
        title="Outbox"
        meta="Messages to drivers"
        actions={
          <Select
            label="Status"
            hideLabel
            size="sm"
            className="w-40"
            options={STATUS_OPTIONS}
            value={status ?? "all"}
            onValueChange={(next) => setStatus(next === "all" ? null : (next as MessageStatus))}
          />
        }
      />
      {error ? (
        <Banner tone="error" className="m-4" title="The outbox could not be read">
          {refusalOf(error).message}
        </Banner>
      ) : null}
      {hasKept ? (
        <Banner className="mx-4 mt-3 mb-3 shrink-0">
          Messages “kept here” have not left this machine: no mail server or SMS gateway is configured. Open one to copy
          the driver’s link.
        </Banner>
      ) : null}
      {isPhone ? (
        <CardList
          {...list}
          items={messages}
          itemKey={messageId}
          onOpen={open}
          renderItem={(message) => <MessageCard message={message} zone={zone} />}
        />
      ) : (
        <DataGrid
          {...list}
          rows={messages}
          rowId={messageId}
          rowLabel={messageName}
          columns={columns}
          onRowOpen={open}
          widthsName="outbox"
          className="border-line border-t"
        />
      )}
      {hasNextPage ? (
        <div className="flex shrink-0 justify-center border-line border-t bg-surface p-2">
          <Button size="sm" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            Show older messages
          </Button>
        </div>
      ) : null}
      <MessageDrawer message={shown} open={openId !== null} zone={zone} onClose={() => setOpenId(null)} />
    </>
  );
}

function MessageCard({ message, zone }: { message: Message; zone: string }) {
  return (
    <>
      <span className="flex items-center gap-2">
        <span className="min-w-0 flex-1 truncate font-medium">{messageName(message)}</span>
        <MessageStatusBadge status={message.status} />
      </span>
      <span className="truncate text-ink-muted">{purposeText(message.purpose)}</span>
      <span className="flex items-center gap-2 text-ink-muted text-sm">
        <ChannelText channel={message.channel} />
        <time>{formatInstant(message.createdAt, zone, "en-GB")}</time>
      </span>
    </>
  );
}

function OutboxEmpty({ isFiltered, onClear }: { isFiltered: boolean; onClear: () => void }) {
  if (isFiltered) {
    return (
      <EmptyState icon={<Inbox />} title="No such messages" actions={<Button onClick={onClear}>Show all</Button>}>
        No message has this status now.
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={<Inbox />} title="Nothing written yet">
      When you dispatch a plan, each driver’s message with the link to the route appears here, and what became of it.
    </EmptyState>
  );
}
