"use client";
import { ChevronRight } from "lucide-react";
import { useWords } from "@/components/lib/words/words-context";
import { Badge } from "@/components/ui/badge";
import { CONDITION_TONES, conditionOf, type Webhook } from "./webhook-words";

export type WebhookListProps = {
  webhooks: readonly Webhook[];
  titleOf: (dialect: string) => string;
  onOpen: (id: string) => void;
};

/** Every subscriber with how he is. */
export function WebhookList({ webhooks, titleOf, onOpen }: WebhookListProps) {
  const t = useWords("settingsWebhooks");
  return (
    <ul aria-label={t("title")} className="-mx-4 -mb-4 border-line border-t sm:-mx-5 sm:-mb-5">
      {webhooks.map((webhook) => {
        const condition = conditionOf(webhook);
        return (
          <li key={webhook.id} className="border-line border-b last:border-b-0">
            <button
              type="button"
              onClick={() => onOpen(webhook.id)}
              className="flex w-full items-center gap-3 px-4 py-2.5 text-left outline-offset-[-2px] hover:bg-hover sm:px-5"
            >
              <span className="min-w-0 flex-1">
                <span className="block truncate font-medium">{webhook.url}</span>
                <span className="block truncate text-ink-muted">
                  {titleOf(webhook.dialect)} · {t("topicsChosen", { count: webhook.topics.length })}
                </span>
              </span>
              <Badge tone={CONDITION_TONES[condition]}>{t(`condition.${condition}`)}</Badge>
              <ChevronRight aria-hidden="true" className="size-4 shrink-0 text-ink-muted" />
            </button>
          </li>
        );
      })}
    </ul>
  );
}
