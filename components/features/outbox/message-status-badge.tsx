import { CircleAlert, CircleCheck, CircleHelp, Clock, Inbox, LoaderCircle } from "lucide-react";
import { useWords } from "@/components/lib/words/words-context";
import { Badge } from "@/components/ui/badge";
import { type MessageStatus, STATUS_TONES } from "./message-words";

const ICONS = {
  queued: Clock,
  sending: LoaderCircle,
  sent: CircleCheck,
  kept: Inbox,
  failed: CircleAlert,
  unknown: CircleHelp,
};

export function MessageStatusBadge({ status }: { status: MessageStatus }) {
  const t = useWords("outbox");
  const Icon = ICONS[status];
  return (
    <Badge tone={STATUS_TONES[status]} icon={<Icon aria-hidden="true" />}>
      {t(`status.${status}`)}
    </Badge>
  );
}
