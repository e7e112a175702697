"use client";
import clsx from "clsx";
import { useWords } from "@/components/lib/words/words-context";
import { Badge } from "@/components/ui/badge";
import type { NotificationTrigger } from "@/server/domain/notification/notification-policy";

export type TemplateListItem = {
  trigger: NotificationTrigger;
  /** Typed and not saved. */
  isChanged: boolean;
  /** Worded by the organization itself. */
  isOwn: boolean;
};

export type TemplateListProps = {
  items: readonly TemplateListItem[];
  chosen: NotificationTrigger;
  onChoose: (trigger: NotificationTrigger) => void;
};

/** The messages there are, in the order in which a delivery meets them. */
export function TemplateList({ items, chosen, onChoose }: TemplateListProps) {
  const t = useWords("settingsMessages");
  return (
    <ul aria-label={t("template.messages")} className="flex flex-wrap gap-1.5">
      {items.map(({ trigger, isChanged, isOwn }) => (
        <li key={trigger}>
          <button
            type="button"
            aria-current={trigger === chosen ? "true" : undefined}
            onClick={() => onChoose(trigger)}
            className={clsx(
              "flex h-8 items-center gap-1.5 rounded-md border px-2.5 pointer-coarse:h-10",
              trigger === chosen
                ? "border-accent bg-accent-soft font-medium text-accent"
                : "border-line text-ink-muted hover:bg-hover hover:text-ink",
            )}
          >
            {t(`trigger.${trigger}`)}
            {isChanged ? <Badge tone="warn">{t("template.unsaved")}</Badge> : null}
            {isOwn && !isChanged ? <Badge>{t("template.own")}</Badge> : null}
          </button>
        </li>
      ))}
    </ul>
  );
}
