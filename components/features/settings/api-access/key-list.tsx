"use client";
import { ChevronRight } from "lucide-react";
import { browserTimeZone } from "@/components/lib/time-zones";
import { useWords } from "@/components/lib/words/words-context";
import { Badge } from "@/components/ui/badge";
import { type ApiKey, CONDITION_TONES, conditionOf, daysLeft, kindOf, scopeWords } from "./key-words";

export type KeyListProps = {
  keys: readonly ApiKey[];
  titleOf: (dialect: string | null) => string;
  onOpen: (id: string) => void;
};

/** Every key with what it opens, what for, and how it is. */
export function KeyList({ keys, titleOf, onOpen }: KeyListProps) {
  const t = useWords("settingsApiAccess");
  if (keys.length === 0) return <p className="text-ink-muted">{t("noneFound")}</p>;
  return (
    <ul aria-label={t("title")} className="-mx-4 -mb-4 border-line border-t sm:-mx-5 sm:-mb-5">
      {keys.map((key) => (
        <li key={key.id} className="border-line border-b last:border-b-0">
          <button
            type="button"
            onClick={() => onOpen(key.id)}
            className="flex w-full items-center gap-3 px-4 py-2.5 text-left outline-offset-[-2px] hover:bg-hover sm:px-5"
          >
            <KeyLines apiKey={key} title={titleOf(key.dialect)} />
            <KeyBadge apiKey={key} />
            <ChevronRight aria-hidden="true" className="size-4 shrink-0 text-ink-muted" />
          </button>
        </li>
      ))}
    </ul>
  );
}

function KeyLines({ apiKey: key, title }: { apiKey: ApiKey; title: string }) {
  const t = useWords("settingsApiAccess");
  const at = (instant: Date) => t.format.instant(instant, browserTimeZone());
  return (
    <span className="min-w-0 flex-1">
      <span className="flex min-w-0 items-baseline gap-2">
        <span className="truncate font-medium">{key.name}</span>
        <span className="hidden shrink-0 font-mono text-ink-muted text-xs sm:inline">{key.prefix}…</span>
      </span>
      <span className="block truncate text-ink-muted">
        {title} · {t(`kind.${kindOf(key)}`)}
      </span>
      <span className="block truncate text-ink-muted text-sm">
        {key.lastUsedAt ? t("usedAt", { time: at(key.lastUsedAt) }) : t("neverUsed")}
        {key.scopes.length > 0 ? ` · ${scopeWords(t, key.scopes)}` : ""}
      </span>
    </span>
  );
}

/** How a key is; soon over, in how many days. */
export function KeyBadge({ apiKey }: { apiKey: ApiKey }) {
  const t = useWords("settingsApiAccess");
  const now = new Date();
  const condition = conditionOf(apiKey, now);
  const days = daysLeft(apiKey, now);
  if (days !== null) return <Badge tone="warn">{t("endsIn", { days })}</Badge>;
  return <Badge tone={CONDITION_TONES[condition]}>{t(`condition.${condition}`)}</Badge>;
}
