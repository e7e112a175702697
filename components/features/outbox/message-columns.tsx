import { Mail, MessageSquare } from "lucide-react";
import type { Words } from "@/components/lib/words/words";
import { useWords } from "@/components/lib/words/words-context";
import type { GridColumn } from "@/components/ui/data-grid-column";
import { MessageStatusBadge } from "./message-status-badge";
import { type Message, purposeText, viaText } from "./message-words";

/** A channel as shape and word. */
export function ChannelText({ channel }: { channel: Message["channel"] }) {
  const t = useWords("outbox");
  const Icon = channel === "email" ? Mail : MessageSquare;
  return (
    <span className="inline-flex items-center gap-1.5">
      <Icon aria-hidden="true" className="size-3.5 text-ink-muted" />
      {t(`channel.${channel}`)}
    </span>
  );
}

export function messageColumns(
  t: Words<"outbox">,
  zone: string,
  onOpen: (message: Message) => void,
): GridColumn<Message>[] {
  return [
    {
      id: "recipient",
      header: t("column.to"),
      width: 180,
      grow: true,
      cell: (message) => (
        <button
          type="button"
          tabIndex={-1}
          onClick={() => onOpen(message)}
          className="max-w-full truncate rounded-sm font-medium text-accent underline-offset-2 hover:underline"
        >
          {message.recipientName || message.recipient}
        </button>
      ),
    },
    { id: "address", header: t("column.address"), width: 200, grow: true, cell: (message) => message.recipient },
    {
      id: "channel",
      header: t("column.channel"),
      width: 100,
      cell: (message) => <ChannelText channel={message.channel} />,
    },
    { id: "purpose", header: t("column.about"), width: 160, cell: (message) => purposeText(t, message.purpose) },
    {
      id: "status",
      header: t("status"),
      width: 120,
      cell: (message) => <MessageStatusBadge status={message.status} />,
    },
    {
      id: "via",
      header: t("column.via"),
      width: 120,
      cell: (message) => <span className="text-ink-muted">{viaText(t, message.via)}</span>,
    },
    {
      id: "time",
      header: t("column.written"),
      width: 170,
      cell: (message) => <time>{t.format.instant(message.createdAt, zone)}</time>,
    },
  ];
}
