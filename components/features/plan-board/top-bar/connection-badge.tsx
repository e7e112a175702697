import clsx from "clsx";
import type { LiveConnection } from "@/components/lib/live-events";
import { Tooltip } from "@/components/ui/tooltip";

const words: Record<LiveConnection, string> = { live: "Connected", connecting: "Connecting…", lost: "Offline" };

/** Whether the board hears of others' changes at once. */
export function ConnectionBadge({ connection, pendingCount }: { connection: LiveConnection; pendingCount: number }) {
  const saving = pendingCount > 0 ? `, saving ${pendingCount}` : "";
  return (
    <Tooltip
      content={connection === "live" ? `Changes of others appear at once${saving}` : "Changes of others may be missing"}
    >
      <span className="flex h-8 items-center gap-1.5 rounded-md px-2 text-ink-muted text-sm" role="status">
        <span
          aria-hidden="true"
          className={clsx(
            "size-2 rounded-full",
            connection === "live" ? "bg-ok" : "border-2 border-ink-muted",
            pendingCount > 0 && "animate-shimmer",
          )}
        />
        <span className="hidden xl:inline">{pendingCount > 0 ? "Saving…" : words[connection]}</span>
        <span className="xl:hidden sr-only">{words[connection]}</span>
      </span>
    </Tooltip>
  );
}
