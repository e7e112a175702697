import clsx from "clsx";
import type { LiveConnection } from "@/components/lib/live-events";
import { useWords } from "@/components/lib/words/words-context";
import { Tooltip } from "@/components/ui/tooltip";

/** Whether the board hears of others' changes at once. */
export function ConnectionBadge({ connection, pendingCount }: { connection: LiveConnection; pendingCount: number }) {
  const t = useWords("boardTop");
  const word = t(`connection.${connection}`);
  const whileLive = pendingCount > 0 ? t("changes.saving", { count: pendingCount }) : t("changes.live");
  return (
    <Tooltip content={connection === "live" ? whileLive : t("changes.missing")}>
      <span className="flex h-8 items-center gap-1.5 rounded-md px-2 text-ink-muted text-sm" role="status">
        <span
          aria-hidden="true"
          className={clsx(
            "size-2 rounded-full",
            connection === "live" ? "bg-ok" : "border-2 border-ink-muted",
            pendingCount > 0 && "animate-shimmer",
          )}
        />
        <span className="hidden xl:inline">{pendingCount > 0 ? t("saving") : word}</span>
        <span className="xl:hidden sr-only">{word}</span>
      </span>
    </Tooltip>
  );
}
