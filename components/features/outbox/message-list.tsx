"use client";
import { type ReactNode, useMemo } from "react";
import { PHONE, useMediaQuery } from "@/components/lib/use-media-query";
import { useWords } from "@/components/lib/words/words-context";
import { CardList } from "@/components/ui/card-list";
import { DataGrid } from "@/components/ui/data-grid";
import { ChannelText, messageColumns } from "./message-columns";
import { MessageStatusBadge } from "./message-status-badge";
import { type Message, purposeText } from "./message-words";

export type MessageListProps = {
  messages: readonly Message[];
  zone: string;
  loading: boolean;
  onOpen: (message: Message) => void;
  empty: ReactNode;
};

const messageId = (message: Message) => message.id;
const messageName = (message: Message) => message.recipientName || message.recipient;

/** Messages as a grid, or as cards on a phone. */
export function MessageList({ messages, zone, loading, onOpen, empty }: MessageListProps) {
  const t = useWords("outbox");
  const isPhone = useMediaQuery(PHONE);
  const columns = useMemo(() => messageColumns(t, zone, onOpen), [t, zone, onOpen]);
  const shared = { label: t("list"), loading, empty };
  if (isPhone) {
    return (
      <CardList
        {...shared}
        items={messages}
        itemKey={messageId}
        onOpen={onOpen}
        renderItem={(message) => <MessageCard message={message} zone={zone} />}
      />
    );
  }
  return (
    <DataGrid
      {...shared}
      rows={messages}
      rowId={messageId}
      rowLabel={messageName}
      columns={columns}
      onRowOpen={onOpen}
      widthsName="outbox"
      className="border-line border-t"
    />
  );
}

function MessageCard({ message, zone }: { message: Message; zone: string }) {
  const t = useWords("outbox");
  return (
    <>
      <span className="flex items-center gap-2">
        <span className="min-w-0 flex-1 truncate font-medium">{messageName(message)}</span>
        <MessageStatusBadge status={message.status} />
      </span>
      <span className="truncate text-ink-muted">{purposeText(t, message.purpose)}</span>
      <span className="flex items-center gap-2 text-ink-muted text-sm">
        <ChannelText channel={message.channel} />
        <time>{t.format.instant(message.createdAt, zone)}</time>
      </span>
    </>
  );
}
