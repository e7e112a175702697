import { CircleAlert, CircleCheck, CircleHelp, Clock, Inbox, LoaderCircle } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { type MessageStatus, STATUS_LABELS, STATUS_TONES } from "./message-words";

const ICONS = {
  queued: Clock,
  sending: LoaderCircle,
  sent: CircleCheck,
  kept: Inbox,
  failed: CircleAlert,
  unknown: CircleHelp,
};

export function MessageStatusBadge({ status }: { status: MessageStatus }) {
  const Icon = ICONS[status];
  return (
    <Badge tone={STATUS_TONES[status]} icon={<Icon aria-hidden="true" />}>
      {STATUS_LABELS[status]}
    </Badge>
  );
}
