"use client";
import { Inbox } from "lucide-react";
import { useCallback, useState } from "react";
import { refusalOf } from "@/components/lib/refusal";
import { browserTimeZone } from "@/components/lib/time-zones";
import { useChosenProject } from "@/components/lib/use-chosen-project";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Select } from "@/components/ui/select";
import { MessageDrawer } from "./message-drawer";
import { MessageList } from "./message-list";
import { type Message, type MessageStatus, STATUS_LABELS } from "./message-words";
import { useMessages } from "./use-messages";

const STATUS_OPTIONS = [
  { value: "all", label: "All messages" },
  ...Object.entries(STATUS_LABELS).map(([value, label]) => ({ value, label })),
];

/** What was written to drivers, and what became of it. */
export function OutboxPage() {
  const [status, setStatus] = useState<MessageStatus | null>(null);
  const [openId, setOpenId] = useState<string | null>(null);
  const [lastOpen, setLastOpen] = useState<Message | null>(null);
  const { messages, isPending, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useMessages(status);
  const zone = useChosenProject().project?.timeZone ?? browserTimeZone();
  const open = useCallback((message: Message) => {
    setOpenId(message.id);
    setLastOpen(message);
  }, []);
  const shown = messages.find((message) => message.id === openId) ?? lastOpen;
  const hasKept = messages.some((message) => message.status === "kept");
  const empty = <OutboxEmpty isFiltered={status !== null} onClear={() => setStatus(null)} />;
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
      <MessageList messages={messages} zone={zone} loading={isPending} onOpen={open} empty={empty} />
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
