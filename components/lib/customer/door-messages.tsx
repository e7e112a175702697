import { Mail, RotateCw, Smartphone } from "lucide-react";
import { useMay } from "@/components/lib/viewer-permissions";
import type { Words } from "@/components/lib/words/words";
import { useWords } from "@/components/lib/words/words-context";
import { Badge } from "@/components/ui/badge";
import { IconButton } from "@/components/ui/icon-button";
import { MESSAGE_TONES, messageState } from "./message-state";
import type { CustomerDoor, DoorMessage } from "./use-customer";
import { useSendAgain } from "./use-send-again";

const ICONS = { email: Mail, sms: Smartphone };

/** What a customer was or will be written about his door, newest first, what became of it, and once more what was sent. */
export function DoorMessages({ deliveryId, door, zone }: { deliveryId: string; door: CustomerDoor; zone: string }) {
  const t = useWords("customer");
  const mayWrite = useMay("order.write");
  const { messages, visitId } = door;
  const again = useSendAgain(deliveryId, visitId, zone);
  if (messages.length === 0) return <p className="text-ink-muted">{t("noMessages")}</p>;
  return (
    <ul aria-label={t("messages")} className="flex flex-col gap-1.5">
      {messages.map((message) => {
        const Icon = ICONS[message.channel];
        const state = messageState(message);
        const about = aboutOf(t, message, zone);
        const [trigger, channel] = [t(`trigger.${message.trigger}`), t(`channel.${message.channel}`)];
        const isNewest = messages.find((each) => isAlike(each, message)) === message;
        return (
          <li key={message.id} className="grid grid-cols-[1rem_1fr_auto_auto] items-center gap-x-2">
            <Icon role="img" aria-label={channel} className="size-3.5 text-ink-muted" />
            <span className="min-w-0 truncate">{trigger}</span>
            <Badge tone={MESSAGE_TONES[state]}>{t(`state.${state}`)}</Badge>
            {mayWrite && isNewest && message.status === "sent" ? (
              <IconButton
                size="sm"
                icon={<RotateCw aria-hidden="true" />}
                label={t("sendAgainOf", { trigger, channel })}
                disabled={again.isPending}
                onClick={() => again.send(message)}
              />
            ) : null}
            <span className="col-start-2 col-end-4 text-pretty text-ink-muted text-sm tabular-nums">{about}</span>
          </li>
        );
      })}
    </ul>
  );
}

const isAlike = (a: DoorMessage, b: DoorMessage) => a.trigger === b.trigger && a.channel === b.channel;

function aboutOf(t: Words<"customer">, { status, dueAtMs, createdAtMs, outbox }: DoorMessage, zone: string): string {
  if (status === "waiting") return t("about.waiting", { when: t.format.instant(dueAtMs, zone) });
  const when = t.format.instant(outbox?.atMs ?? createdAtMs, zone);
  if (status === "sent") return [when, outbox?.failure].filter(Boolean).join(" · ");
  return `${when} · ${t(`about.${status}`)}`;
}
