"use client";
import { useId } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import type { WebhookTopic } from "@/server/domain/webhook/webhook-topic";
import { topicGroups } from "./webhook-words";

export type TopicPickerProps = {
  /** What may be heard of. */
  offered: readonly WebhookTopic[];
  value: readonly WebhookTopic[];
  error: string | undefined;
  onChange: (value: WebhookTopic[]) => void;
};

/** Which happenings are told, by what they are about. */
export function TopicPicker({ offered, value, error, onChange }: TopicPickerProps) {
  const t = useWords("settingsWebhooks");
  const [titleId, errorId] = [useId(), useId()];
  const set = (topics: readonly WebhookTopic[], isChosen: boolean) =>
    onChange(offered.filter((topic) => (topics.includes(topic) ? isChosen : value.includes(topic))));
  return (
    <fieldset aria-labelledby={titleId} aria-describedby={error ? errorId : undefined} className="flex flex-col gap-3">
      <div className="flex items-center gap-2">
        <span id={titleId} className="font-medium text-sm">
          {t("topics")}
        </span>
        <span className="text-ink-muted text-sm">{t("topicsChosen", { count: value.length })}</span>
        <Button
          size="sm"
          variant="ghost"
          className="ml-auto"
          onClick={() => set(offered, value.length < offered.length)}
        >
          {t(value.length < offered.length ? "allTopics" : "noTopics")}
        </Button>
      </div>
      {topicGroups(offered).map(([about, topics]) => {
        const chosen = topics.filter((topic) => value.includes(topic)).length;
        return (
          <div key={about} className="flex flex-col gap-1 rounded-md border border-line p-2.5">
            <Checkbox
              label={<span className="font-medium">{t(`about.${about as "delivery"}`)}</span>}
              checked={chosen === topics.length}
              indeterminate={chosen > 0 && chosen < topics.length}
              onCheckedChange={(isChosen) => set(topics, isChosen)}
            />
            <div className="grid gap-x-4 gap-y-0.5 pl-6 sm:grid-cols-2">
              {topics.map((topic) => (
                <Checkbox
                  key={topic}
                  label={t(`topic.${topic}`)}
                  checked={value.includes(topic)}
                  onCheckedChange={(isChosen) => set([topic], isChosen)}
                />
              ))}
            </div>
          </div>
        );
      })}
      {error ? (
        <p id={errorId} role="alert" className="text-alert text-sm">
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}
