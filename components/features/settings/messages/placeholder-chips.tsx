"use client";
import { useWords } from "@/components/lib/words/words-context";
import { isOffered, PLACEHOLDERS } from "@/server/domain/notification/message-template";
import type { NotificationTrigger } from "@/server/domain/notification/notification-policy";

export type PlaceholderChipsProps = { trigger: NotificationTrigger; onInsert: (piece: string) => void };

/** What a message of this occasion can be filled with; a click puts it where the caret stands. */
export function PlaceholderChips({ trigger, onInsert }: PlaceholderChipsProps) {
  const t = useWords("settingsMessages");
  return (
    <fieldset>
      <legend className="mb-1.5 text-ink-muted text-sm">{t("placeholder.insert")}</legend>
      <div className="flex flex-wrap gap-1.5">
        {PLACEHOLDERS.filter((name) => isOffered(name, trigger)).map((name) => (
          <button
            key={name}
            type="button"
            title={`{${name}}`}
            // The field keeps the focus, and with it the place where the caret stands.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onInsert(`{${name}}`)}
            className="h-6 rounded-full border border-line-strong bg-surface px-2.5 text-sm hover:bg-hover pointer-coarse:h-9"
          >
            {t(`placeholder.${name}`)}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
