import { Mail, MessageSquare } from "lucide-react";
import { formatInstant } from "@/components/lib/format";
import type { GridColumn } from "@/components/ui/data-grid-column";
import { MessageStatusBadge } from "./message-status-badge";
import { CHANNEL_LABELS, type Message, purposeText, viaText } from "./message-words";

/** A channel as shape and word. */
export function ChannelText({ channel }: { channel: Message["channel"] }) {
  const Icon = channel === "email" ? Mail : MessageSquare;
  return (
    <span className="inline-flex items-center gap-1.5">
      <Icon aria-hidden="true" className="size-3.5 text-ink-muted" />
      {CHANNEL_LABELS[channel]}
    </span>
  );
}

export function messageColumns(zone: string, onOpen: (message: Message) => void): GridColumn<Message>[] {
  return [
    {
      id: "recipient",
      header: "To",
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
    { id: "address", header: "Address", width: 200, grow: true, cell: (message) => message.recipient },
    { id: "channel", header: "Channel", width: 100, cell: (message) => <ChannelText channel={message.channel} /> },
    { id: "purpose", header: "About", width: 160, cell: (message) => purposeText(message.purpose) },
    { id: "status", header: "Status", width: 120, cell: (message) => <MessageStatusBadge status={message.status} /> },
    {
      id: "via",
      header: "Via",
      width: 120,
      cell: (message) => <span className="text-ink-muted">{viaText(message.via)}</span>,
    },
    {
      id: "time",
      header: "Written",
      width: 170,
      cell: (message) => <time>{formatInstant(message.createdAt, zone, "en-GB")}</time>,
    },
  ];
}
