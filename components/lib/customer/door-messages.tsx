import { Mail, Smartphone } from "lucide-react";
import type { Words } from "@/components/lib/words/words";
import { useWords } from "@/components/lib/words/words-context";
import { Badge } from "@/components/ui/badge";
import { MESSAGE_TONES, messageState } from "./message-state";
import type { DoorMessage } from "./use-customer";

const ICONS = { email: Mail, sms: Smartphone };

/** What a customer was or will be written about his door, newest first, and what became of it. */
export function DoorMessages({ messages, zone }: { messages: readonly DoorMessage[]; zone: string }) {
  const t = useWords("customer");
  if (messages.length === 0) return <p className="text-ink-muted">{t("noMessages")}</p>;
  return (
    <ul aria-label={t("messages")} className="flex flex-col gap-1.5">
      {messages.map((message) => {
        const Icon = ICONS[message.channel];
        const state = messageState(message);
        const about = aboutOf(t, message, zone);
        return (
          <li key={message.id} className="grid grid-cols-[1rem_1fr_auto] items-center gap-x-2">
            <Icon role="img" aria-label={t(`channel.${message.channel}`)} className="size-3.5 text-ink-muted" />
            <span className="min-w-0 truncate">{t(`trigger.${message.trigger}`)}</span>
            <Badge tone={MESSAGE_TONES[state]}>{t(`state.${state}`)}</Badge>
            <span className="col-start-2 col-end-4 text-pretty text-ink-muted text-sm tabular-nums">{about}</span>
          </li>
        );
      })}
    </ul>
  );
}

function aboutOf(t: Words<"customer">, { status, dueAtMs, createdAtMs, outbox }: DoorMessage, zone: string): string {
  if (status === "waiting") return t("about.waiting", { when: t.format.instant(dueAtMs, zone) });
  const when = t.format.instant(outbox?.atMs ?? createdAtMs, zone);
  if (status === "sent") return [when, outbox?.failure].filter(Boolean).join(" · ");
  return `${when} · ${t(`about.${status}`)}`;
}
